import { isUsual, type ListOrder } from '#core/contract/order.ts'
import type { State } from '#core/review/states.ts'
import { hasAll } from '#core/text/highlight.ts'
import type { ReadDb, SqlParams } from '../handles.ts'
import { compareBytes, comparing, KEY_COLUMNS, type Keys } from './order.ts'
import type { SearchQuery } from './query.ts'

/** An article that a search found. */
type Found = Keys & { state: State; headline: string }

/** The most articles that one search returns: the newest that match. Older ones need a further word or a filter. */
const MOST_FOUND = 500

/**
 * Finds articles. Exact matches come before matches by stem; among each, those with all words in the headline come first;
 * then the newest.
 *
 * It does not rank by bm25: that counts the articles that hold each word, which takes longer as the store grows, at every
 * letter typed; and in an archive the newest article is wanted.
 *
 * In another order than the usual one, what was found is sorted by that order alone.
 * @param where a further condition on articles, with its params
 * @returns `isMore` when more articles may match.
 */
export function findArticles(
  db: ReadDb,
  { terms, exact, any }: SearchQuery,
  { where, params }: { where: string; params: SqlParams },
  order: ListOrder,
): { found: Found[]; isMore: boolean } {
  // From the newest down: a word that every article has then costs no more than a rare one.
  const newest = (match: string): Found[] =>
    db.all<Found>(
      `SELECT state, articles.headline, ${KEY_COLUMNS} FROM search CROSS JOIN articles ON number = search.rowid
       WHERE search MATCH :match AND ${where} ORDER BY search.rowid DESC LIMIT ${MOST_FOUND}`,
      { ...params, match },
    )
  const exactly = newest(exact)
  const isExact = new Set(exactly.map(({ number }) => number))
  const loosely = exactly.length < MOST_FOUND && any !== exact ? newest(any) : []
  const isMore = exactly.length === MOST_FOUND || loosely.length === MOST_FOUND
  if (!isUsual(order)) {
    const all = new Map([...exactly, ...loosely].map((found) => [found.number, found]))
    return { found: [...all.values()].toSorted(comparing(order)), isMore }
  }
  const ranked = [...exactly, ...loosely.filter(({ number }) => !isExact.has(number))].map((found) => ({
    found,
    rank: (isExact.has(found.number) ? 0 : 2) + (hasAll(found.headline, terms) ? 0 : 1),
  }))
  const inOrder = ranked.toSorted(
    (one, other) =>
      one.rank - other.rank ||
      compareBytes(other.found.updated_at, one.found.updated_at) ||
      other.found.number - one.found.number,
  )
  return { found: inOrder.map(({ found }) => found), isMore }
}
