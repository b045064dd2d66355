import { useEffect, useRef, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import type { Row } from '../question.ts'

export type Excerpt = CallOutput<'articles.excerpts'>['excerpts'][number]

type Known = { search: string; found: ReadonlyMap<string, Excerpt> }

/** Identifies a saved state of an article: each save needs a new excerpt. */
const keyOf = (row: Row): string => `${row.id} ${row.updatedAt}`

/**
 * Fetches the excerpts of a search for the visible rows only.
 * @returns the excerpt of a row; null until it is loaded, and when it cannot be. The row then shows no marks.
 */
export function useExcerpts(rows: readonly Row[], search: string): (row: Row) => Excerpt | null {
  const [known, setKnown] = useState<Known>({ search, found: new Map() })
  const asked = useRef<{ search: string; keys: Set<string> }>({ search, keys: new Set() })
  useEffect(() => {
    if (asked.current.search !== search) asked.current = { search, keys: new Set() }
    const { keys } = asked.current
    const missing = rows.filter((row) => !keys.has(keyOf(row)) && !row.isDamaged)
    if (search.trim() === '' || missing.length === 0) return
    for (const row of missing) keys.add(keyOf(row))
    const keyById = new Map(missing.map((row) => [row.id, keyOf(row)]))
    call('articles.excerpts', { ids: [...keyById.keys()], search }).then(
      ({ excerpts }) => {
        const found = excerpts.map((each) => [keyById.get(each.id) ?? each.id, each] as const)
        setKnown((before) => ({
          search,
          found: new Map(before.search === search ? [...before.found, ...found] : found),
        }))
      },
      () => {
        // Allow another attempt. The list itself reports that the service cannot be reached.
        for (const row of missing) keys.delete(keyOf(row))
      },
    )
  }, [rows, search])
  return (row) => (known.search === search ? (known.found.get(keyOf(row)) ?? null) : null)
}
