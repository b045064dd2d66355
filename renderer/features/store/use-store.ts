import { useCallback, useEffect, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'

export type StoreStatus = CallOutput<'store.status'>

/** How often the progress of a backup is asked for. */
const PROGRESS_MS = 500

/** @returns how the store stands, kept up to date. */
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
