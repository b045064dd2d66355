import { useSyncExternalStore } from 'react'
import type { SaveStatus } from './autosave.ts'

/** How saving stands, for those who show it: the rest of the screen is not drawn anew when it changes. */
export type StatusFeed = {
  get: () => SaveStatus
  set: (status: SaveStatus) => void
  subscribe: (listener: () => void) => () => void
}

/** @returns a feed that begins as saved. */
export function statusFeed(): StatusFeed {
  const listeners = new Set<() => void>()
  let status: SaveStatus = { state: 'saved' }
  return {
    get: () => status,
    set(next) {
      status = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** @returns how saving stands now. */
export function useStatus(feed: StatusFeed): SaveStatus {
  return useSyncExternalStore(feed.subscribe, feed.get)
}
