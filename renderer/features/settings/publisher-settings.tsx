import { useState } from 'react'
import type { Settings } from '#core/contract/settings.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

const FIELDS = [
  ['provider', 'settings.house-provider'],
  ['rightsHolder', 'settings.house-rights-holder'],
  ['copyrightNotice', 'settings.house-copyright'],
  ['usageTerms', 'settings.house-usage'],
  ['logo', 'settings.house-logo'],
] as const satisfies readonly (readonly [keyof Settings['house'], MessageKey])[]

type PublisherSettingsProps = { house: Settings['house']; set: (patch: Partial<Settings>) => void }

/** The publisher's data that every export carries. */
export function PublisherSettings({ house, set }: PublisherSettingsProps) {
  const t = useT()
  // Kept as typed: stored values are trimmed, which would remove a space at the end while a person types.
  const [typed, setTyped] = useState(house)
  return (
    <section aria-labelledby="settings-house">
      <h2 id="settings-house">{t('settings.house')}</h2>
      <p className="settings-hint">{t('settings.house-hint')}</p>
      {FIELDS.map(([name, label]) => (
        <TextField
          key={name}
          label={t(label)}
          value={typed[name]}
          maxLength={500}
          onChange={(value) => {
            setTyped({ ...typed, [name]: value })
            set({ house: { ...typed, [name]: value.trim() } })
          }}
        />
      ))}
    </section>
  )
}
