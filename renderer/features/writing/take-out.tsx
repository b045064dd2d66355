import { useState } from 'react'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'

/** A button that takes an article out of the bin. */
export function TakeOut({ id, onTakenOut }: { id: string; onTakenOut: () => void }) {
  const t = useT()
  const [error, setError] = useState<unknown>(null)
  return (
    <>
      <Button variant="primary" onPress={() => void call('bin.takeOut', { id }).then(onTakenOut, setError)}>
        {t('bin.take-out')}
      </Button>
      <ErrorText error={error} />
    </>
  )
}
