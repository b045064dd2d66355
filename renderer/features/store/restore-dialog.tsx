import { useState } from 'react'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

/** Explains what a restore does, and runs it. @param path of the backup; empty to ask for it */
export function RestoreDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const t = useT()
  const actor = useActor()
  const [typed, setTyped] = useState('')
  const [isWorking, setWorking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const from = path || typed.trim()
  async function restore(): Promise<void> {
    if (from === '') return
    setWorking(true)
    setError(null)
    try {
      await call('store.restore', { path: from, actor })
      onClose()
    } catch (refusal) {
      setError(refusal)
    } finally {
      setWorking(false)
    }
  }
  return (
    <Dialog
      title={t('store.restore-question')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isDisabled={from === ''} isPending={isWorking} onPress={() => void restore()}>
            {t('store.restore-yes')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>{t('store.restore-text')}</p>
      {path === '' ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void restore()
          }}
        >
          <TextField label={t('store.restore-path')} value={typed} onChange={setTyped} dir="ltr" autoFocus />
        </form>
      ) : null}
      {isWorking ? <Progress label={t('store.restoring')} /> : null}
      <ErrorText error={error} />
    </Dialog>
  )
}
