import { useSyncExternalStore } from 'react'

/** One value that changes, for those who show it: the rest of the screen is not drawn anew when it does. */
export type ValueFeed<T> = {
  readonly get: () => T
  readonly set: (value: T) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** @returns a feed that begins with a value. */
export function valueFeed<T>(initial: T): ValueFeed<T> {
  const listeners = new Set<() => void>()
  let now = initial
  return {
    get: () => now,
    set(value) {
      now = value
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** @returns the value now. */
export function useValue<T>(feed: ValueFeed<T>): T {
  return useSyncExternalStore(feed.subscribe, feed.get)
}
