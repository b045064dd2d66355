import { useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import type { Who } from '#core/contract/people.ts'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { FilePicker } from '#renderer/ui/file-picker.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { SettingsGroup } from './section.tsx'

type Looked = CallOutput<'house.look'> & { text: string }

/** Saves a text through the browser. */
function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the URL after the click, so it must not be revoked at once.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Makes a house, or opens and saves its file. */
export function HouseFileSettings({ house }: { house: Who['house'] }) {
  const t = useT()
  const [name, setName] = useState('')
  const [looked, setLooked] = useState<Looked | null>(null)
  const [taken, setTaken] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const attempt = (work: () => Promise<void>): void => {
    setError(null)
    setTaken(null)
    work().catch(setError)
  }
  const look = async (file: File): Promise<void> => {
    setLooked(null)
    const text = await file.text()
    setLooked({ ...(await call('house.look', { text })), text })
  }
  const follow = async ({ text }: Looked): Promise<void> => {
    const { version } = await call('house.take', { text })
    setLooked(null)
    setTaken(version)
  }
  const save = async (): Promise<void> => {
    const file = await call('house.file', {})
    saveFile(file.name, file.text)
  }
  return (
    <SettingsGroup
      id="settings-house-file"
      title={t('people.house')}
      hint={house === null ? t('people.no-house') : t('people.follows', { name: house.name, version: house.version })}
    >
      {house === null ? (
        <>
          <TextField label={t('people.house-name')} value={name} onChange={setName} maxLength={200} />
          <Button
            isDisabled={name.trim() === ''}
            onPress={() => attempt(async () => void (await call('house.found', { name: name.trim() })))}
          >
            {t('people.found')}
          </Button>
        </>
      ) : (
        <Button onPress={() => attempt(save)}>{t('people.save')}</Button>
      )}
      <div>
        <FilePicker
          label={t('people.open')}
          accept=".midad-house,application/json"
          onFile={(file) => attempt(() => look(file))}
        />
      </div>
      <ErrorText error={error} isAnswer />
      <p role="status">{taken === null ? '' : t('people.taken', { version: taken })}</p>
      {looked === null ? null : (
        <div className="house-found">
          <p>{t('people.found-file', { name: looked.name, version: looked.version, by: looked.by.name })}</p>
          <Fingerprint publicKey={looked.by.publicKey} />
          <p>
            {looked.role === null
              ? t('people.not-in-it')
              : t('people.your-role', { role: t(`common.role-${looked.role}`) })}
          </p>
          <div className="house-choice">
            <Button variant="primary" onPress={() => attempt(() => follow(looked))}>
              {t('people.follow')}
            </Button>
            <Button variant="quiet" onPress={() => setLooked(null)}>
              {t('people.cancel')}
            </Button>
          </div>
        </div>
      )}
    </SettingsGroup>
  )
}
