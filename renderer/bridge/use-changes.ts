import { useEffect, useEffectEvent } from 'react'
import type { Change } from '#core/contract/events.ts'
import { connection, onChange } from './client.ts'

/**
 * Calls a listener for each change in the store while the component is mounted.
 * @param listener gets the change, or null after a lost connection, when anything may have changed
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
