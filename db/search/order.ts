import type { ListOrder, ListOrderBy } from '#core/contract/order.ts'

/** What an article is sorted by. */
export type Keys = {
  number: number
  updated_at: string
  created_at: string
  headline_key: string
  author_key: string
  words: number
  deadline: string | null
}

/** The column of each order, and the index that has its articles in that order. */
const ORDERS: Readonly<Record<ListOrderBy, { column: Exclude<keyof Keys, 'number'>; index: string }>> = {
  changed: { column: 'updated_at', index: 'articles_by_time' },
  created: { column: 'created_at', index: 'articles_by_creation' },
  headline: { column: 'headline_key', index: 'articles_by_headline' },
  author: { column: 'author_key', index: 'articles_by_author_key' },
  words: { column: 'words', index: 'articles_by_words' },
  deadline: { column: 'deadline', index: 'articles_by_deadline' },
}

/** For a SELECT of `articles` whose rows `comparing` sorts. */
export const KEY_COLUMNS = ['number', ...Object.values(ORDERS).map(({ column }) => column)].join(', ')

/** @returns the index to read, and the ORDER BY that needs no sorting there. Equal keys are in the order of their numbers. */
export function orderSql({ by, isDescending }: ListOrder): { index: string; sorted: string } {
  const { column, index } = ORDERS[by]
  const direction = isDescending ? 'DESC' : 'ASC'
  // Without a deadline, an article comes last in both directions.
  const last = column === 'deadline' ? ' NULLS LAST' : ''
  return { index, sorted: `${column} ${direction}${last}, number ${direction}` }
}

/** @returns a comparison that sorts as `orderSql` does. */
export function comparing({ by, isDescending }: ListOrder): (one: Keys, other: Keys) => number {
  const { column } = ORDERS[by]
  const sign = isDescending ? -1 : 1
  return (one, other) => {
    const [first, second] = [one[column], other[column]]
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null) || sign * (one.number - other.number)
    }
    const keys = typeof first === 'number' ? first - Number(second) : compareBytes(first, String(second))
    return sign * (keys || one.number - other.number)
  }
}

/** Compares as SQLite does: by the bytes of UTF-8. */
export function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}
