import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Change } from '#core/contract/events.ts'
import type { Arrival } from '#core/review/arrival.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { useChanges } from '#renderer/bridge/use-changes.ts'

const BRINGING: ReadonlySet<Change['type']> = new Set([
  ...(['article-changed', 'threads-changed', 'desk-changed', 'settings-changed'] as const),
])

type Came = { me: string; arrivals: readonly Arrival[] }

export type Arrivals = {
  /** What came for this person and was not dismissed, the oldest first. */
  arrivals: readonly Arrival[]
  /** Dismisses what came of one article, or all. */
  dismiss: (id?: string) => void
}

/**
 * Notices what comes for this person while the window is open. Each person has a cursor, which goes on with each answer: nothing
 * is told twice, and whoever comes back to a shared window is told what came meanwhile.
 */
export function useArrivals(): Arrivals {
  const { name: me } = useActor()
  const [came, setCame] = useState<Came>({ me, arrivals: [] })
  const cursors = useRef(new Map<string, string>())
  const asking = useRef({ me, isBusy: false, isStale: false })
  const ask = useEffectEvent(async () => {
    const state = asking.current
    Object.assign(state, { me, isStale: true })
    if (state.isBusy) return
    state.isBusy = true
    while (state.isStale) {
      state.isStale = false
      const asker = state.me
      try {
        // One question after another: two at once would tell the same twice.
        // oxlint-disable-next-line no-await-in-loop
        const { person, arrivals, cursor } = await call('desk.arrivals', {
          after: cursors.current.get(asker) ?? null,
        })
        // An answer for another person says nothing: this window learns a moment later who works here now, and asks again.
        if (person === asker) cursors.current.set(person, cursor)
        if (person === asker && arrivals.length > 0) {
          setCame((before) => ({
            me: person,
            arrivals: [...(before.me === person ? before.arrivals : []), ...arrivals],
          }))
        }
      } catch {
        // It is asked again after the next change.
      }
    }
    state.isBusy = false
  })
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another person asks anew
  useEffect(() => void ask(), [me])
  useChanges((change) => {
    if (change === null || BRINGING.has(change.type)) void ask()
  })
  return {
    arrivals: came.me === me ? came.arrivals : [],
    dismiss: (id) =>
      setCame((before) => ({
        ...before,
        arrivals: before.arrivals.filter((each) => id !== undefined && each.id !== id),
      })),
  }
}
