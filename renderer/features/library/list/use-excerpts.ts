import { useEffect, useRef, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import type { Row } from '../question.ts'

export type Excerpt = CallOutput<'articles.excerpts'>['excerpts'][number]

type Known = { search: string; found: ReadonlyMap<string, Excerpt> }

/** A row as it was when its excerpt was made: once the article is saved again, it is another. */
const keyOf = (row: Row): string => `${row.id} ${row.updatedAt}`

/**
 * Finds where a search matched, for the rows that are in sight and for no others.
 * @returns the excerpt of a row, or null while it is not there. A row is shown without its marks until then, and when
 *   they cannot be had.
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
        // They may be asked for again; the list itself says when the service cannot be reached.
        for (const row of missing) keys.delete(keyOf(row))
      },
    )
  }, [rows, search])
  return (row) => (known.search === search ? (known.found.get(keyOf(row)) ?? null) : null)
}
