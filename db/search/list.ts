import type { z } from 'zod'
import type { articleRowSchema, listQuerySchema } from '#core/contract/articles.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb, SqlParams } from '../handles.ts'
import { isSound, SEALED_COLUMNS, type SealedRow } from '../tables/articles.ts'
import { searchQuery } from './query.ts'

export type ListQuery = z.output<typeof listQuerySchema>
type ArticleRow = z.infer<typeof articleRowSchema>
/** `total` and `counts` count all pages; `isMore` says that a search found more than are looked at. */
export type ListResult = {
  rows: ArticleRow[]
  total: number
  counts: Partial<Record<State, number>>
  isMore: boolean
}

/** A word that most articles have finds the newest of these; whoever looks for an older one adds a word or a filter. */
const MOST_FOUND = 2000

/** How the columns weigh: headline, body, and the stems of each. */
const WEIGHTS = '10.0, 2.0, 4.0, 1.0'

function filters(query: ListQuery): { where: string; params: SqlParams } {
  const { author, section, from, to, hasImage } = query
  const parts = ['deleted_at IS NULL']
  const params: Record<string, string> = {}
  const add = (name: string, value: string, sql: string): void => {
    if (value === '') return
    parts.push(sql)
    params[name] = value
  }
  add('author', author, "CASE byline WHEN '' THEN creator ELSE byline END = :author")
  add('section', section, 'section = :section')
  add('from', from, 'updated_at >= :from')
  add('to', to, 'updated_at < :to')
  if (hasImage !== null) parts.push(`has_image = ${hasImage ? 1 : 0}`)
  return { where: parts.join(' AND '), params }
}

function toRow(row: SealedRow & { words: number }): ArticleRow {
  return {
    id: row.id,
    headline: row.headline,
    deck: row.deck,
    state: row.state,
    author: row.byline || row.creator,
    section: row.section,
    words: row.words,
    hasImage: row.has_image === 1,
    updatedAt: row.updated_at,
    isDamaged: !isSound(row),
  }
}

function summary(byState: readonly { state: State; count: number }[], states: readonly State[]) {
  const counts: Partial<Record<State, number>> = Object.fromEntries(byState.map(({ state, count }) => [state, count]))
  const shown = byState.filter(({ state }) => states.length === 0 || states.includes(state))
  return { counts, total: shown.reduce((sum, { count }) => sum + count, 0) }
}

/**
 * Lists articles: newest first, or with a search those that have the very words before those with others of the same
 * stem, and among each the better matches first.
 */
export function listArticles(db: ReadDb, query: ListQuery): ListResult {
  const { search, states, limit, offset } = query
  const { where, params } = filters(query)
  const chosen = states.length === 0 ? 'TRUE' : 'state IN (SELECT value FROM json_each(:states))'
  const page = { ...params, ...(states.length === 0 ? {} : { states: JSON.stringify(states) }), limit, offset }
  if (search.trim() !== '') return searchArticles(db, query, { where, params, chosen, page })
  const byState = db.all<{ state: State; count: number }>(
    `SELECT state, count(*) AS count FROM articles WHERE ${where} GROUP BY state`,
    params,
  )
  const rows = db.all<SealedRow & { words: number }>(
    `SELECT ${SEALED_COLUMNS}, words FROM articles WHERE ${where} AND ${chosen}
     ORDER BY updated_at DESC, number DESC LIMIT :limit OFFSET :offset`,
    page,
  )
  return { rows: rows.map(toRow), ...summary(byState, states), isMore: false }
}

type Parts = { where: string; params: SqlParams; chosen: string; page: SqlParams }

function searchArticles(db: ReadDb, query: ListQuery, { where, params, chosen, page }: Parts): ListResult {
  const { search, states } = query
  const words = searchQuery(search)
  if (words === null) return { rows: [], total: 0, counts: {}, isMore: false }
  // From the newest down, so that a word of every article costs no more than a rare one.
  const found = `SELECT rowid FROM search WHERE search MATCH :any ORDER BY rowid DESC`
  const hits = `SELECT number, state FROM (${found}) JOIN articles ON number = rowid WHERE ${where} LIMIT ${MOST_FOUND}`
  const byState = db.all<{ state: State; count: number }>(
    `SELECT state, count(*) AS count FROM (${hits}) GROUP BY state`,
    { ...params, any: words.any },
  )
  const rows = db.all<SealedRow & { words: number }>(
    `WITH hits AS MATERIALIZED (${hits}),
       exact AS MATERIALIZED (SELECT rowid AS found FROM search WHERE search MATCH :exact ORDER BY rowid DESC LIMIT 50000),
       scored AS MATERIALIZED (SELECT rowid AS found, bm25(search, ${WEIGHTS}) AS score FROM search
         WHERE search MATCH :any AND rowid IN (SELECT number FROM hits))
     SELECT ${SEALED_COLUMNS}, words FROM scored JOIN articles ON number = found WHERE ${chosen}
     ORDER BY found IN (SELECT found FROM exact) DESC, score, updated_at DESC, number DESC
     LIMIT :limit OFFSET :offset`,
    { ...page, any: words.any, exact: words.exact },
  )
  const { counts, total } = summary(byState, states)
  const looked = byState.reduce((sum, { count }) => sum + count, 0)
  return { rows: rows.map(toRow), counts, total, isMore: looked >= MOST_FOUND }
}
