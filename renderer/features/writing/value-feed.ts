import { useSyncExternalStore } from 'react'

/** An observable value. Only the components that read it are rendered when it changes. */
export type ValueFeed<T> = {
  readonly get: () => T
  readonly set: (value: T) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** @returns a feed with an initial value. */
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

/** @returns the current value, and renders the caller when it changes. */
export function useValue<T>(feed: ValueFeed<T>): T {
  return useSyncExternalStore(feed.subscribe, feed.get)
}
