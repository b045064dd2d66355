import { useState } from 'react'
import type { Role } from '#core/review/states.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

/** Asks once for a name and a role. Nobody has to answer. */
export function WhoBanner() {
  const t = useT()
  const { settings, change } = useSettings()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>(settings.role)
  const [error, setError] = useState<unknown>(null)
  if (settings.name !== '') return null
  return (
    <form
      className="who"
      aria-label={t('library.who-title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') change({ name: name.trim(), role }).catch(setError)
      }}
    >
      <div className="who-words">
        <h2>{t('library.who-title')}</h2>
        <p>{t('library.who-text')}</p>
      </div>
      <TextField label={t('library.who-name')} value={name} onChange={setName} maxLength={200} />
      <Segmented
        label={t('library.who-role')}
        value={role}
        onChange={setRole}
        options={[
          { value: 'reporter', label: t('common.role-reporter') },
          { value: 'editor', label: t('common.role-editor') },
        ]}
      />
      <Button isDisabled={name.trim() === ''} onPress={() => void change({ name: name.trim(), role }).catch(setError)}>
        {t('common.save')}
      </Button>
      <ErrorText error={error} />
    </form>
  )
}
