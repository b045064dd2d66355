import { useState } from 'react'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { Destination } from '#renderer/bridge/use-destinations.ts'

/** Asks before a destination is removed: its password is removed with it, and cannot be restored. */
export function RemovalDialog({ destination, onClose }: { destination: Destination; onClose: () => void }) {
  const t = useT()
  const [isWorking, setWorking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function remove(): Promise<void> {
    setWorking(true)
    try {
      await call('destinations.remove', { id: destination.id })
      onClose()
    } catch (refusal) {
      setError(refusal)
      setWorking(false)
    }
  }
  return (
    <Dialog
      title={t('destinations.remove-question', { name: destination.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" isPending={isWorking} onPress={() => void remove()}>
            {t('destinations.remove-yes')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>{t('destinations.remove-text')}</p>
      <ErrorText error={error} />
    </Dialog>
  )
}
