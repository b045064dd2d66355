import type { MessageKey } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { SettingsGroup, type SectionProps } from './section.tsx'

const SWITCHES = [
  ['quotes', 'settings.typing-quotes'],
  ['dashes', 'settings.typing-dashes'],
  ['blocks', 'settings.typing-blocks'],
] as const satisfies readonly (readonly [string, MessageKey])[]

/** Some of the signs that become a block, and what each becomes. */
const SIGNS = [
  [['##'], 'writing.subhead'],
  [['-'], 'writing.list'],
  [['1.'], 'writing.orderedList'],
  [['>', '<'], 'writing.quote'],
  [['---'], 'writing.separator'],
] as const satisfies readonly (readonly [readonly string[], MessageKey])[]

/** What is replaced while a person types. */
export function TypingSettings({ settings: { typing }, set }: SectionProps) {
  const t = useT()
  return (
    <SettingsGroup id="settings-typing" title={t('settings.typing')}>
      {SWITCHES.map(([name, label]) => (
        <Switch
          key={name}
          label={t(label)}
          isOn={typing[name]}
          onChange={(isOn) => set((now) => ({ typing: { ...now.typing, [name]: isOn } }))}
        />
      ))}
      <dl className="settings-signs" aria-label={t('settings.typing-blocks')}>
        {SIGNS.map(([signs, label]) => (
          <div key={label}>
            <dt>
              {signs.map((sign) => (
                <kbd key={sign} dir="ltr">
                  {sign}
                </kbd>
              ))}
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
      <Segmented
        label={t('settings.typing-digits')}
        value={typing.digits}
        onChange={(digits) => set((now) => ({ typing: { ...now.typing, digits } }))}
        options={[
          { value: 'as-typed', label: t('settings.digits-as-typed') },
          { value: 'latn', label: t('settings.digits-latn') },
          { value: 'arab', label: t('settings.digits-arab') },
        ]}
      />
    </SettingsGroup>
  )
}
