import { useCallback, useEffect, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'

type Listing = CallOutput<'deliveries.list'>
type Deliveries = { listing: Listing | null; error: unknown; reload: () => void }

/**
 * @param id of an article; null for the deliveries of all articles
 * @param limit the most to return
 * @returns the deliveries, newest first, kept up to date
 */
export function useDeliveries(id: string | null, limit: number): Deliveries {
  const [listing, setListing] = useState<Listing | null>(null)
  const [error, setError] = useState<unknown>(null)
  const reload = useCallback(() => {
    call('deliveries.list', { id, limit }).then(
      (found) => {
        setListing(found)
        setError(null)
      },
      (refusal: unknown) => setError(refusal),
    )
  }, [id, limit])
  useEffect(reload, [reload])
  useChanges((change) => {
    if (change === null || (change.type === 'delivery-changed' && (id === null || change.id === id))) reload()
  })
  return { listing, error, reload }
}
