import { useState } from 'react'
import type { Role } from '#core/review/states.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import './first-start.css'

/**
 * Asks once who works at this machine, before anything is written: whatever is done after it carries a name. The language
 * changes at once, name and role when they are accepted.
 */
export function FirstStart() {
  const t = useT()
  const { settings, change } = useSettings()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>(settings.role)
  const [isMissing, setMissing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const begin = (): void => {
    if (name.trim() === '') return setMissing(true)
    setPending(true)
    change({ name: name.trim(), role }).catch((refusal: unknown) => {
      setError(refusal)
      setPending(false)
    })
  }
  return (
    <main className="first-start">
      <form
        className="first-start-form"
        onSubmit={(event) => {
          event.preventDefault()
          begin()
        }}
        onKeyDownCapture={(event) => {
          // A radio button of React Aria keeps Enter to itself, which submits any other form.
          if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type !== 'radio')
            return
          event.preventDefault()
          begin()
        }}
      >
        <p className="first-start-wordmark" aria-hidden>
          {t('common.midad')}
        </p>
        <h1 className="screen-title">{t('settings.first-title')}</h1>
        <p className="first-start-text">{t('settings.first-text')}</p>
        <TextField
          label={t('settings.name')}
          error={isMissing ? t('settings.first-needed') : null}
          value={name}
          maxLength={200}
          autoFocus
          onChange={(typed) => {
            setName(typed)
            setMissing(false)
          }}
        />
        <Segmented
          label={t('settings.role')}
          value={role}
          onChange={setRole}
          options={[
            { value: 'reporter', label: t('common.role-reporter') },
            { value: 'editor', label: t('common.role-editor') },
          ]}
        />
        <Segmented
          label={t('settings.language')}
          value={settings.language}
          onChange={(language) => void change({ language }).catch(setError)}
          options={[
            { value: 'ar', label: t('settings.language-ar') },
            { value: 'en', label: t('settings.language-en') },
          ]}
        />
        <ErrorText error={error} isAnswer />
        <Button variant="primary" onPress={begin} isPending={isPending}>
          {t('settings.first-begin')}
        </Button>
      </form>
    </main>
  )
}
