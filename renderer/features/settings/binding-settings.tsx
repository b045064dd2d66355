import { isEditor } from '#core/review/states.ts'
import { BINDING_LEVELS, bindingSchema } from '#core/export/binding.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { SettingsGroup, type SectionProps } from './section.tsx'

const CODES = bindingSchema.keyof().options

/** Which checks of the checklist are advice, and which are required for approval or for export. Only an editor changes it. */
export function BindingSettings({ settings: { binding, editorsPropose, role }, set }: SectionProps) {
  const t = useT()
  const mayChange = isEditor(role)
  return (
    <SettingsGroup id="settings-checks" title={t('checks.title')} hint={t('checks.hint')}>
      {mayChange ? null : <p className="settings-hint">{t('checks.editor-only')}</p>}
      <ul className="settings-checks" aria-labelledby="settings-checks">
        {CODES.map((code) => (
          <li key={code} data-testid="binding" data-code={code}>
            {mayChange && code !== 'no-headline' ? (
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
      {mayChange ? (
        <Switch
          label={t('checks.editors-propose')}
          isOn={editorsPropose}
          onChange={(isOn) => set(() => ({ editorsPropose: isOn }))}
        />
      ) : null}
    </SettingsGroup>
  )
}
