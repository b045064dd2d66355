import { useState } from 'react'
import { cardOf } from '#core/newsroom/card.ts'
import { useWho } from '#renderer/bridge/who.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { HouseFileSettings } from './house-file-settings.tsx'
import { MemberSettings } from './member-settings.tsx'
import { SettingsGroup } from './section.tsx'

/** Whose key is here, and the house: its file, its people, and what it allows. */
export function PeopleSettings() {
  const t = useT()
  const who = useWho()
  const [isCopied, setCopied] = useState(false)
  if (who === null || who.person === null) return null
  const { person, house, people } = who
  return (
    <>
      <SettingsGroup id="settings-key" title={t('people.you')} hint={t('people.you-hint')}>
        <Fingerprint publicKey={person.publicKey} />
        <p className="settings-hint">{t('people.card-hint')}</p>
        <Button onPress={() => void navigator.clipboard.writeText(cardOf(person)).then(() => setCopied(true))}>
          {t('people.copy')}
        </Button>
        <p role="status">{isCopied ? t('people.copied') : ''}</p>
      </SettingsGroup>
      <HouseFileSettings house={house} />
      {house === null ? null : (
        <MemberSettings
          key={house.version}
          members={people}
          rules={house.rules}
          mayIssue={person.role === 'administrator'}
        />
      )}
    </>
  )
}
