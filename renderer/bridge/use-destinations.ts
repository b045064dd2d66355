import { useCallback, useEffect, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from './client.ts'
import { useChanges } from './use-changes.ts'

type Listing = CallOutput<'destinations.list'>
export type Destination = Listing['destinations'][number]

/** @returns the destinations, kept up to date; `listing` is null until they are loaded. */
export function useDestinations(): { listing: Listing | null; error: unknown; reload: () => void } {
  const [listing, setListing] = useState<Listing | null>(null)
  const [error, setError] = useState<unknown>(null)
  const reload = useCallback(() => {
    call('destinations.list', {}).then(
      (found) => {
        setListing(found)
        setError(null)
      },
      (refusal: unknown) => setError(refusal),
    )
  }, [])
  useEffect(reload, [reload])
  useChanges((change) => {
    if (change === null || change.type === 'destinations-changed') reload()
  })
  return { listing, error, reload }
}
