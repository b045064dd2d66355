import { useState } from 'react'
import type { MessageKey } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { SettingsGroup, type SectionProps } from './section.tsx'

const LIMITS = [
  ['kicker', 'writing.addKicker'],
  ['headline', 'writing.headline'],
  ['deck', 'writing.addDeck'],
  ['seoTitle', 'writing.seoTitle'],
  ['seoDescription', 'writing.seoDescription'],
] as const satisfies readonly (readonly [string, MessageKey])[]

/** How wide the fields may be on the house's site. */
export function LimitSettings({ settings: { limits }, set }: SectionProps) {
  const t = useT()
  const [font, setFont] = useState(limits.font)
  return (
    <SettingsGroup id="settings-limits" title={t('settings.limits')} hint={t('settings.limits-hint')}>
      <TextField
        label={t('settings.limits-font')}
        value={font}
        dir="ltr"
        maxLength={200}
        onChange={(typed) => {
          setFont(typed)
          if (typed.trim() !== '') set((now) => ({ limits: { ...now.limits, font: typed.trim() } }))
        }}
      />
      <div className="settings-limits">
        {LIMITS.map(([name, label]) => (
          <label key={name} className="field">
            <span className="field-label">{t(label)}</span>
            <input
              className="field-input"
              type="number"
              min={0}
              max={1000}
              defaultValue={limits[name]}
              onChange={(event) => {
                const limit = event.target.valueAsNumber
                if (Number.isInteger(limit) && limit >= 0 && limit <= 1000)
                  set((now) => ({ limits: { ...now.limits, [name]: limit } }))
              }}
            />
          </label>
        ))}
      </div>
    </SettingsGroup>
  )
}
