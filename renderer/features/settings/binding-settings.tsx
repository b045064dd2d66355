import { BINDING_LEVELS, bindingSchema, type Binding } from '#core/export/binding.ts'
import type { SettingsPatch } from '#renderer/bridge/settings.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'

const CODES = bindingSchema.keyof().options

type BindingSettingsProps = {
  binding: Binding
  /** Others see what is required, and cannot change it. */
  isEditor: boolean
  set: (patch: SettingsPatch) => void
}

/** Which checks of the checklist are advice, and which are required for approval or for export. */
export function BindingSettings({ binding, isEditor, set }: BindingSettingsProps) {
  const t = useT()
  return (
    <section aria-labelledby="settings-checks">
      <h2 id="settings-checks">{t('checks.title')}</h2>
      <p className="settings-hint">{t('checks.hint')}</p>
      {isEditor ? null : <p className="settings-hint">{t('checks.editor-only')}</p>}
      <ul className="settings-checks" aria-labelledby="settings-checks">
        {CODES.map((code) => (
          <li key={code} data-testid="binding" data-code={code}>
            {isEditor && code !== 'no-headline' ? (
              <Segmented
                label={t(`checks.name-${code}`)}
                value={binding[code]}
                onChange={(level) => set((now) => ({ binding: { ...now.binding, [code]: level } }))}
                options={BINDING_LEVELS.map((level) => ({ value: level, label: t(`checks.level-${level}`) }))}
              />
            ) : (
              <>
                <span className="field-label">{t(`checks.name-${code}`)}</span>
                <span>{t(code === 'no-headline' ? 'checks.always' : `checks.level-${binding[code]}`)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
