import { useEffect, useEffectEvent } from 'react'
import type { Change } from '#core/contract/events.ts'
import { connection, onChange } from './client.ts'

/**
 * Tells a component what changes in the store.
 * @param listener gets each change, and null when the connection came back: anything may have changed meanwhile.
 */
export function useChanges(listener: (change: Change | null) => void): void {
  const latest = useEffectEvent(listener)
  useEffect(() => {
    const stopChanges = onChange((change) => latest(change))
    const stopConnection = connection.subscribe(() => {
      if (connection.get() === 'connected') latest(null)
    })
    return () => {
      stopChanges()
      stopConnection()
    }
  }, [])
}
