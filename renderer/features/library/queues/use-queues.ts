import { useCallback, useEffect, useRef, useState } from 'react'
import type { Change } from '#core/contract/events.ts'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { useChanges } from '#renderer/bridge/use-changes.ts'

export type QueueCounts = CallOutput<'desk.queues'>['counts']

/** The changes that may put an article into a queue, or out of one. */
const MOVING: ReadonlySet<Change['type']> = new Set([
  ...(['article-changed', 'threads-changed', 'proposals-changed', 'desk-changed', 'delivery-changed'] as const),
  ...(['index-changed', 'settings-changed'] as const),
])
/** An embargo ends without a change. */
const CLOCK_MS = 60_000

/** @returns how many articles are in each queue of this person, kept up to date; null until they were counted */
export function useQueues(): QueueCounts | null {
  const { name: me } = useActor()
  const [counts, setCounts] = useState<QueueCounts | null>(null)
  const asking = useRef({ isBusy: false, isStale: false })
  const load = useCallback(() => {
    const state = asking.current
    state.isStale = true
    const next = (): void => {
      if (state.isBusy || !state.isStale) return
      state.isBusy = true
      state.isStale = false
      call('desk.queues', {})
        // The list itself says that the service cannot be reached.
        .then(
          (answer) => setCounts(answer.counts),
          () => {},
        )
        .finally(() => {
          state.isBusy = false
          next()
        })
    }
    next()
  }, [])
  useEffect(() => {
    load()
    const timer = setInterval(load, CLOCK_MS)
    return () => clearInterval(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another person has other queues
  }, [load, me])
  useChanges((change) => {
    if (change === null || MOVING.has(change.type)) load()
  })
  return counts
}
