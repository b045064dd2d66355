import { useState } from 'react'
import { ContractError } from '#core/contract/errors.ts'
import { call } from '#renderer/bridge/client.ts'
import { folders } from '#renderer/bridge/folders.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

/** Explains what a restore does, and runs it. @param path of the backup; empty to ask for it */
export function RestoreDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [isWorking, setWorking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const from = path || typed.trim()
  async function restore(): Promise<void> {
    if (from === '') return
    setWorking(true)
    setError(null)
    try {
      await restoreFrom(from)
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

/**
 * Restores a backup. A path that a person typed may lie where nothing was chosen yet: its folder is then chosen first, in
 * the shell's own dialog if it has one.
 */
async function restoreFrom(path: string): Promise<void> {
  try {
    await call('store.restore', { path })
  } catch (error) {
    if (!(error instanceof ContractError) || error.code !== 'folder-not-chosen') throw error
    const folder = path.replace(/[\\/][^\\/]*$/u, '') || '/'
    const dialog = folders.dialog()
    if (dialog === null) await chooseFolderOf(path, folder)
    else await dialog(folder)
    await call('store.restore', { path })
  }
}

/** @throws ContractError `backup-missing` where there is no such folder: the person named a file. */
async function chooseFolderOf(path: string, folder: string): Promise<void> {
  try {
    await folders.choose(folder)
  } catch (error) {
    if (error instanceof ContractError && error.code === 'folder-missing') {
      throw new ContractError('backup-missing', { path }, { cause: error })
    }
    throw error
  }
}
