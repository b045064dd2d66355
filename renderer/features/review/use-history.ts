import { useCallback, useEffect, useState } from 'react'
import type { ProvenEvent } from '#core/contract/review.ts'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'

/** @returns the audit of an article, newest first, kept up to date */
export function useHistory(id: string): { events: readonly ProvenEvent[]; error: unknown; reload: () => void } {
  const [events, setEvents] = useState<readonly ProvenEvent[]>([])
  const [error, setError] = useState<unknown>(null)
  const reload = useCallback(() => {
    call('review.history', { id }).then(
      (history) => {
        // `kept` records a version, not a step of the review.
        setEvents(history.events.filter(({ action }) => action !== 'kept').toReversed())
        setError(null)
      },
      (refusal: unknown) => setError(refusal),
    )
  }, [id])
  useEffect(reload, [reload])
  useChanges((change) => {
    if (change === null) return reload()
    if ((change.type === 'article-changed' || change.type === 'delivery-changed') && change.id === id) reload()
  })
  return { events, error, reload }
}
