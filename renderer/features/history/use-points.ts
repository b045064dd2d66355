import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'

/** @returns the moments of an article, newest first, kept up to date; null until they are known. */
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
        // An answer that was overtaken by the next question must not replace its answer.
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
