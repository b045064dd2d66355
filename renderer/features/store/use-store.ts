import { useCallback, useEffect, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'

export type StoreStatus = CallOutput<'store.status'>

/** How often to poll the progress of a backup. */
const PROGRESS_MS = 500

/** @returns the status of the store, kept up to date; null until it is loaded. */
export function useStore(): { status: StoreStatus | null; error: unknown; reload: () => void } {
  const [status, setStatus] = useState<StoreStatus | null>(null)
  const [error, setError] = useState<unknown>(null)
  const reload = useCallback(() => {
    call('store.status', {}).then(
      (found) => {
        setStatus(found)
        setError(null)
      },
      (refusal: unknown) => setError(refusal),
    )
  }, [])
  useEffect(reload, [reload])
  useChanges((change) => {
    if (change === null || change.type === 'store-changed' || change.type === 'article-changed') reload()
  })
  useEffect(() => {
    if (status?.isBackingUp !== true) return
    const timer = setTimeout(reload, PROGRESS_MS)
    return () => clearTimeout(timer)
  }, [status, reload])
  return { status, error, reload }
}
