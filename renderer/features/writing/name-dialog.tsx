import { useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

type NameDialogProps = {
  title: string
  label: string
  hint?: string
  onClose: () => void
  /** @throws what the person is told */
  onName: (name: string) => Promise<void>
}

/** Asks for the name under which something is kept. */
export function NameDialog({ title, label, hint, onClose, onName }: NameDialogProps) {
  const t = useT()
  const [name, setName] = useState('')
  const [error, setError] = useState<unknown>(null)
  const save = (): void => {
    if (name.trim() !== '') onName(name.trim()).then(onClose, setError)
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" onPress={save}>
            {t('common.save')}
          </Button>
          <Button onPress={onClose}>{t('writing.cancel')}</Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={label}
          value={name}
          onChange={setName}
          maxLength={100}
          autoFocus
          {...(hint === undefined ? {} : { description: hint })}
        />
      </form>
      <ErrorText error={error} />
    </Dialog>
  )
}
