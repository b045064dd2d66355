import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'

/** @returns the versions of an article, newest first, kept up to date; `points` is null until they are loaded. */
export function usePoints(id: string): {
  history: CallOutput<'history.points'> | null
  error: unknown
  reload: () => void
} {
  const [history, setHistory] = useState<CallOutput<'history.points'> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const asked = useRef(0)
  const reload = useCallback(() => {
    asked.current += 1
    const mine = asked.current
    call('history.points', { id }).then(
      (found) => {
        // A late answer must not replace a newer one.
        if (mine !== asked.current) return
        setHistory(found)
        setError(null)
      },
      (refusal: unknown) => mine === asked.current && setError(refusal),
    )
  }, [id])
  useEffect(reload, [reload])
  useChanges((change) => {
    if (change === null || (change.type === 'article-changed' && change.id === id)) reload()
  })
  return { history, error, reload }
}
