import type { z } from 'zod'
import type { articleRowSchema, listQuerySchema } from '#core/contract/articles.ts'
import { isUsual } from '#core/contract/order.ts'
import { nameKey } from '#core/review/mentions.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb, SqlParams } from '../handles.ts'
import { ARTICLE_COLUMNS, type ArticleRow as StoredRow } from '../tables/article-row.ts'
import { getSettings } from '../tables/settings.ts'
import { standings } from '../tables/standing.ts'
import { findArticles } from './find.ts'
import { orderSql } from './order.ts'
import { searchQuery } from './query.ts'
import { spellingsOf } from './sections.ts'

export type ListQuery = z.output<typeof listQuerySchema>
type ArticleRow = z.infer<typeof articleRowSchema>
/** `total` and `counts` count all pages; `isMore` says that a search found more than are looked at. */
export type ListResult = {
  rows: ArticleRow[]
  total: number
  counts: Partial<Record<State, number>>
  isMore: boolean
}

/** What a list shows besides the sealed columns. */
type Row = StoredRow & {
  words: number
  picture: string
  opening: string
  urgency: number | null
  open_threads: number
  open_proposals: number
}
const SHOWN = `${ARTICLE_COLUMNS.selected}, words, picture, opening, urgency, open_threads, open_proposals`

/** The author of an article. SQLite uses the indexes of it only if this expression is written exactly as in them. */
export const AUTHOR = "CASE byline WHEN '' THEN creator ELSE byline END"

/** The filters other than words and states, in SQL. */
type Narrowed = { where: string; params: SqlParams }

const EMBARGOES: Readonly<Record<Exclude<ListQuery['embargo'], ''>, string>> = {
  running: 'embargo > :now',
  over: 'embargo <= :now',
  none: 'embargo IS NULL',
}

function filters(db: ReadDb, query: ListQuery, now: string): Narrowed {
  const { author, section, from, to, hasImage, kind, urgency, embargo, needsMe } = query
  const parts = ['deleted_at IS NULL']
  const params: Record<string, string | number> = {}
  const add = (name: string, value: string, sql: string): void => {
    if (value === '') return
    parts.push(sql)
    params[name] = value
  }
  add('author', author, `${AUTHOR} = :author`)
  add('from', from, 'updated_at >= :from')
  add('to', to, 'updated_at < :to')
  add('kind', kind, 'kind = :kind')
  add('needsMe', nameKey(needsMe), 'number IN (SELECT number FROM needs WHERE name = :needsMe)')
  if (hasImage !== null) parts.push(`has_image = ${hasImage ? 1 : 0}`)
  if (urgency !== null) parts.push(`urgency = ${urgency}`)
  if (embargo !== '') {
    parts.push(EMBARGOES[embargo])
    if (embargo !== 'none') params['now'] = now
  }
  if (section !== '') {
    const spellings = spellingsOf(db, section, getSettings(db).sections)
    parts.push(`section IN (${spellings.map((_each, place) => `:section${place}`).join(', ')})`)
    for (const [place, spelling] of spellings.entries()) params[`section${place}`] = spelling
  }
  return { where: parts.join(' AND '), params }
}

/** @returns whether only states and days narrow a list down. */
function isPlain({ author, section, hasImage, kind, urgency, embargo, needsMe }: ListQuery): boolean {
  return (
    [author, section, kind, embargo, needsMe].every((value) => value === '') && hasImage === null && urgency === null
  )
}

/** @returns rows as lists show them, with what is known outside of each article. */
function toRows(db: ReadDb, rows: readonly Row[]): ArticleRow[] {
  const known = standings(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => toRow(row, known.get(row.id) ?? NOWHERE))
}

const NOWHERE: ArticleRow['standing'] = { places: [], isLive: false, embargo: null }

function toRow(row: Row, standing: ArticleRow['standing']): ArticleRow {
  return {
    standing,
    id: row.id,
    headline: row.headline,
    deck: row.deck,
    state: row.state,
    author: row.byline || row.creator,
    section: row.section,
    words: row.words,
    hasImage: row.has_image === 1,
    picture: row.picture,
    opening: row.opening,
    urgency: row.urgency,
    openThreads: row.open_threads,
    openProposals: row.open_proposals,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    isDamaged: !ARTICLE_COLUMNS.isSound(row),
  }
}

function summary(byState: readonly { state: State; count: number }[], states: readonly State[]) {
  const counts: Partial<Record<State, number>> = Object.fromEntries(byState.map(({ state, count }) => [state, count]))
  const shown = byState.filter(({ state }) => states.length === 0 || states.includes(state))
  return { counts, total: shown.reduce((sum, { count }) => sum + count, 0) }
}

/**
 * Lists articles in the wanted order; a search in the usual order, in that of `findArticles`.
 * @param now ISO 8601, UTC; only the filter of embargoes needs it
 */
export function listArticles(db: ReadDb, query: ListQuery, now = ''): ListResult {
  const { search, states, limit, offset } = query
  const narrowed = filters(db, query, now)
  if (search.trim() !== '') return searchArticles(db, query, narrowed)
  if (!isPlain(query) || !isUsual(query.order)) return listNarrowed(db, query, narrowed)
  const { where, params } = narrowed
  const byState = db.all<{ state: State; count: number }>(
    `SELECT state, count(*) AS count FROM articles WHERE ${where} GROUP BY state`,
    params,
  )
  // One SELECT for each state, each in order by its index: SQLite merges them.
  const parts = states.length === 0 ? ['TRUE'] : states.map((state) => `state = '${state}'`)
  const rows = db.all<Row>(
    `${parts.map((part) => `SELECT ${SHOWN}, number FROM articles WHERE ${where} AND ${part}`).join(' UNION ALL ')}
     ORDER BY updated_at DESC, number DESC LIMIT :limit OFFSET :offset`,
    { ...params, limit, offset },
  )
  return { rows: toRows(db, rows), ...summary(byState, states), isMore: false }
}

/**
 * Lists articles with filters other than states and days, or in another order. Articles are counted in the one index that
 * holds every filtered column, and read in the index of their order. SQLite itself would choose another index for each
 * filter, and sort.
 */
function listNarrowed(db: ReadDb, query: ListQuery, { where, params }: Narrowed): ListResult {
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
  return { rows: rowsAt(db, numbers), ...summary(byState, states), isMore: false }
}

/** @returns the rows of these numbers, in their order. */
function rowsAt(db: ReadDb, numbers: readonly number[]): ArticleRow[] {
  const rows = db.all<Row & { number: number }>(
    `SELECT ${SHOWN}, number FROM articles WHERE number IN (SELECT value FROM json_each(:numbers))`,
    { numbers: JSON.stringify(numbers) },
  )
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  return toRows(
    db,
    numbers.flatMap((number) => byNumber.get(number) ?? []),
  )
}

function searchArticles(db: ReadDb, query: ListQuery, narrowed: Narrowed): ListResult {
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
    rows: rowsAt(db, page),
    ...summary(
      [...counts].map(([state, count]) => ({ state, count })),
      states,
    ),
    isMore,
  }
}
