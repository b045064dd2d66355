import type { OwnQueue } from '#core/review/queues.ts'
import type { State } from '#core/review/states.ts'
import { isUsual } from '#core/contract/order.ts'
import type { ReadDb } from '../handles.ts'
import { inQueue } from '../tables/queues.ts'
import { filters, isPlain, type ListQuery, type Narrowed } from './filters.ts'
import { findArticles } from './find.ts'
import { orderSql } from './order.ts'
import { searchQuery } from './query.ts'
import { rowsAt, SHOWN, toRows, type ArticleRow, type Row } from './rows.ts'

/** `total` and `counts` count all pages; `isMore` says that a search found more than are looked at. */
export type ListResult = {
  rows: ArticleRow[]
  total: number
  counts: Partial<Record<State, number>>
  isMore: boolean
}

/** A query, with who asks and when. */
type Asked = ListQuery & { me: string; now: string }

function summary(byState: readonly { state: State; count: number }[], states: readonly State[]) {
  const counts: Partial<Record<State, number>> = Object.fromEntries(byState.map(({ state, count }) => [state, count]))
  const shown = byState.filter(({ state }) => states.length === 0 || states.includes(state))
  return { counts, total: shown.reduce((sum, { count }) => sum + count, 0) }
}

/**
 * Lists articles in the wanted order; a search in the usual order, in that of `findArticles`.
 * @param now ISO 8601, UTC; only queues and the filter of embargoes need it
 * @param me whose queues and unread marks are meant
 */
export function listArticles(db: ReadDb, given: ListQuery, now = '', me = ''): ListResult {
  const query = { ...given, now, me }
  const { search, queue, states, limit, offset } = query
  const narrowed = filters(db, query, now)
  if (search.trim() !== '') return searchArticles(db, query, inChosenQueue(query, narrowed))
  if (queue !== 'all') return listQueue(db, queue, query, narrowed)
  if (!isPlain(query) || !isUsual(query.order)) return listNarrowed(db, query, narrowed)
  const { where, params } = narrowed
  const byState = db.all<{ state: State; count: number }>(
    `SELECT state, count(*) AS count FROM articles WHERE ${where} GROUP BY state`,
    params,
  )
  // One SELECT for each state, each in order by its index: SQLite merges them.
  const parts = states.length === 0 ? ['TRUE'] : states.map((state) => `state = '${state}'`)
  const rows = db.all<Row>(
    `${parts.map((part) => `SELECT ${SHOWN} FROM articles WHERE ${where} AND ${part}`).join(' UNION ALL ')}
     ORDER BY updated_at DESC, number DESC LIMIT :limit OFFSET :offset`,
    { ...params, limit, offset },
  )
  return { rows: toRows(db, rows, me), ...summary(byState, states), isMore: false }
}

/**
 * Lists articles with filters other than states and days, or in another order. Articles are counted in the one index that
 * holds every filtered column, and read in the index of their order. SQLite itself would choose another index for each
 * filter, and sort.
 */
function listNarrowed(db: ReadDb, query: Asked, { where, params }: Narrowed): ListResult {
  const { states, limit, offset, order } = query
  // Without filters, SQLite counts in the index of states.
  const counted = isPlain(query) ? 'articles' : 'articles INDEXED BY articles_by_time'
  const byState = db.all<{ state: State; count: number }>(
    `SELECT state, count(*) AS count FROM ${counted} WHERE ${where} GROUP BY state`,
    params,
  )
  const { index, sorted } = orderSql(order)
  const chosen = states.length === 0 ? '' : `AND state IN (${states.map((state) => `'${state}'`).join(', ')})`
  const page = db.all<{ number: number }>(
    `SELECT number FROM articles INDEXED BY ${index} WHERE ${where} ${chosen}
     ORDER BY ${sorted} LIMIT :limit OFFSET :offset`,
    { ...params, limit, offset },
  )
  const numbers = page.map(({ number }) => number)
  return { rows: rowsAt(db, numbers, query.me), ...summary(byState, states), isMore: false }
}

/** Lists a queue. Only the rows of its articles are read: a queue is short, and the store is long. */
function listQueue(db: ReadDb, queue: OwnQueue, query: Asked, narrowed: Narrowed): ListResult {
  const { states, limit, offset, order, me, now } = query
  const entered = inQueue(queue, me, now)
  const from = `queues CROSS JOIN articles USING (number) WHERE ${entered.where} AND ${narrowed.where}`
  const params = { ...narrowed.params, ...entered.params }
  const byState = db.all<{ state: State; count: number }>(
    `SELECT state, count(*) AS count FROM ${from} GROUP BY state`,
    params,
  )
  const chosen = states.length === 0 ? '' : `AND state IN (${states.map((state) => `'${state}'`).join(', ')})`
  const page = db.all<{ number: number }>(
    `SELECT number FROM ${from} ${chosen} ORDER BY ${orderSql(order).sorted} LIMIT :limit OFFSET :offset`,
    { ...params, limit, offset },
  )
  const numbers = page.map(({ number }) => number)
  return { rows: rowsAt(db, numbers, me), ...summary(byState, states), isMore: false }
}

/** @returns filters that a search of a queue has, too. */
function inChosenQueue({ queue, me, now }: Asked, { where, params }: Narrowed): Narrowed {
  if (queue === 'all') return { where, params }
  const entered = inQueue(queue, me, now)
  return {
    where: `${where} AND number IN (SELECT number FROM queues WHERE ${entered.where})`,
    params: { ...params, ...entered.params },
  }
}

function searchArticles(db: ReadDb, query: Asked, narrowed: Narrowed): ListResult {
  const { search, states, limit, offset, order } = query
  const words = searchQuery(search)
  if (words === null) return { rows: [], total: 0, counts: {}, isMore: false }
  const { found, isMore } = findArticles(db, words, narrowed, order)
  const counts = new Map<State, number>()
  for (const { state } of found) counts.set(state, (counts.get(state) ?? 0) + 1)
  const page = found
    .filter(({ state }) => states.length === 0 || states.includes(state))
    .slice(offset, offset + limit)
    .map(({ number }) => number)
  return {
    rows: rowsAt(db, page, query.me),
    ...summary(
      [...counts].map(([state, count]) => ({ state, count })),
      states,
    ),
    isMore,
  }
}
