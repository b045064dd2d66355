import { useState } from 'react'
import type { Settings } from '#core/contract/settings.ts'
import { NO_HOUSE } from '#core/export/edition.ts'
import { isWebAddress, siteOf } from '#core/export/site.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { SettingsGroup, type SectionProps } from './section.tsx'

const FIELDS = [
  ['provider', 'settings.house-provider'],
  ['rightsHolder', 'settings.house-rights-holder'],
  ['copyrightNotice', 'settings.house-copyright'],
  ['usageTerms', 'settings.house-usage'],
  ['site', 'settings.house-site'],
  ['logo', 'settings.house-logo'],
] as const satisfies readonly (readonly [keyof Settings['house'], MessageKey])[]

/** What exports take for an address; they leave out any other. */
const ADDRESSES: Readonly<Partial<Record<keyof Settings['house'], (typed: string) => boolean>>> = {
  site: (typed) => siteOf({ ...NO_HOUSE, site: typed }) !== null,
  logo: isWebAddress,
}

/** The publisher's data that every export carries. */
export function PublisherSettings({ settings, set }: SectionProps) {
  const t = useT()
  // Kept as typed: stored values are trimmed, which would remove a space at the end while a person types.
  const [typed, setTyped] = useState(settings.house)
  const faultOf = (name: keyof Settings['house']): string | null =>
    typed[name].trim() === '' || ADDRESSES[name]?.(typed[name]) === true ? null : t('settings.house-no-address')
  return (
    <SettingsGroup id="settings-house" title={t('settings.house')} hint={t('settings.house-hint')}>
      {FIELDS.map(([name, label]) => (
        <TextField
          key={name}
          label={t(label)}
          value={typed[name]}
          {...(name === 'site' ? { description: t('settings.house-site-hint') } : {})}
          {...(ADDRESSES[name] === undefined ? {} : { dir: 'ltr', placeholder: 'https://', error: faultOf(name) })}
          maxLength={500}
          onChange={(value) => {
            setTyped({ ...typed, [name]: value })
            set((now) => ({ house: { ...now.house, [name]: value.trim() } }))
          }}
        />
      ))}
    </SettingsGroup>
  )
}
