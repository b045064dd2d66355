import { useEffect, useState } from 'react'
import type { Change } from '#core/contract/events.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { useChanges } from '#renderer/bridge/use-changes.ts'
import { createPager, MAX_ROWS, type Listing } from './pager.ts'
import { toQuery, type Question, type Row } from '../question.ts'

type LibraryState = {
  listing: Listing | null
  error: unknown
  /** Sets the range of rows to load. */
  setRange: (first: number, last: number, active: number) => void
  reload: () => void
  /** Loads the rows of a range, as many as one call gives. @throws ContractError */
  load: (first: number, last: number) => Promise<ReadonlyMap<number, Row>>
}

/** The changes that a row may show. */
const SHOWN: ReadonlySet<Change['type']> = new Set([
  ...(['article-changed', 'index-changed', 'threads-changed', 'proposals-changed', 'desk-changed'] as const),
  // Another person works here now: the answer before may have been for either.
  ...(['delivery-changed', 'settings-changed'] as const),
])

async function rowsOf(question: Question, first: number, last: number): Promise<ReadonlyMap<number, Row>> {
  const range = { offset: first, limit: Math.min(MAX_ROWS, last - first + 1) }
  const { rows } = await call('articles.list', { ...toQuery(question, new Date()), ...range })
  return new Map(rows.map((row, place) => [first + place, row]))
}

/**
 * Lists the articles that match a question, and keeps the list up to date. The last listing is shown while the next is
 * fetched, so that nothing jumps.
 * @param known the listing when the screen was last shown
 */
export function useLibrary(question: Question, known: Listing | null): LibraryState {
  const [listing, setListing] = useState(known)
  const [error, setError] = useState<unknown>(null)
  const { name } = useActor()
  const [pager] = useState(() =>
    createPager(
      (asked, offset, limit) => call('articles.list', { ...toQuery(asked, new Date()), offset, limit }),
      (found, refusal) => {
        setListing(found)
        setError(refusal)
      },
      known,
    ),
  )
  useEffect(() => {
    pager.open()
    return () => pager.close()
  }, [pager])
  useEffect(() => pager.ask({ ...question, me: name }), [pager, question, name])
  useChanges((change) => {
    if (change === null || SHOWN.has(change.type)) pager.refresh()
  })
  const shown = listing?.question ?? { ...question, me: name }
  return {
    ...{ listing, error, setRange: pager.setRange, reload: pager.refresh },
    load: (first, last) => rowsOf(shown, first, last),
  }
}
