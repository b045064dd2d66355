import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import type { State } from '#core/review/states.ts'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'

type Listing = CallOutput<'articles.list'>
type LibraryState = { listing: Listing | null; error: unknown; reload: () => void }

/** @returns the rows that match, kept up to date; the last ones stay while the next are fetched, so nothing jumps. */
export function useLibrary(search: string, states: readonly State[], limit: number): LibraryState {
  const [listing, setListing] = useState<Listing | null>(null)
  const [error, setError] = useState<unknown>(null)
  const asked = useRef(0)
  const wanted = states.join()
  const reload = useCallback(() => {
    asked.current += 1
    const mine = asked.current
    const chosen = wanted === '' ? [] : (wanted.split(',') as State[])
    call('articles.list', { search, states: chosen, limit }).then(
      (found) => {
        // An answer that was overtaken by the next question must not replace its answer.
        if (mine !== asked.current) return
        setListing(found)
        setError(null)
      },
      (refusal: unknown) => mine === asked.current && setError(refusal),
    )
  }, [search, wanted, limit])
  useEffect(reload, [reload])
  useChanges((change) => {
    if (change === null || change.type === 'article-changed' || change.type === 'index-changed') reload()
  })
  return { listing, error, reload }
}
