import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Article } from '#core/article/article.ts'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import { ArticleError, parseArticle } from '#core/article/parse.ts'
import { headText } from '#core/article/plain-text.ts'
import { articleWords } from '#core/article/words.ts'
import type { articleRowSchema, openArticleSchema } from '#core/contract/articles.ts'
import { caretSchema } from '#core/contract/articles.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb, SqlParams, WriteDb } from '../handles.ts'
import { indexText } from '../search/index-text.ts'
import { ftsQuery } from '../search/query.ts'

/** A working copy as the store has it. */
export type StoredArticle = z.infer<typeof openArticleSchema>
type ArticleRow = z.infer<typeof articleRowSchema>
type Caret = StoredArticle['caret']

type StoredRow = {
  json: string
  hash: string
  state: State
  creator: string
  byline: string
  save_number: number
  caret: string | null
  updated_at: string
}

/** What the lists show, computed once at the save. */
function columns(article: Article): SqlParams {
  const json = canonicalJson(article)
  return {
    id: article.id,
    json,
    hash: sha256Hex(json),
    headline: headText(article, 'headline').trim(),
    deck: headText(article, 'deck').trim(),
    byline: headText(article, 'byline').trim(),
    section: article.metadata.section.trim(),
    words: articleWords(article),
  }
}

function index(db: WriteDb, article: Article): void {
  const params = { id: article.id }
  db.run('DELETE FROM search WHERE rowid = (SELECT number FROM articles WHERE id = :id)', params)
  db.run('INSERT INTO search (rowid, headline, body) SELECT number, :headline, :body FROM articles WHERE id = :id', {
    ...params,
    ...indexText(article),
  })
}

/** Adds a new article with save number 0. @throws what SQLite throws when the id is taken. */
export function insertArticle(
  db: WriteDb,
  { article, state, author, at }: { article: Article; state: State; author: string; at: string },
): void {
  db.transaction(() => {
    db.run(
      `INSERT INTO articles (id, json, hash, state, creator, headline, deck, byline, section, words, save_number,
         created_at, updated_at)
       VALUES (:id, :json, :hash, :state, :author, :headline, :deck, :byline, :section, :words, 0, :at, :at)`,
      { ...columns(article), state, author, at },
    )
    index(db, article)
  })
}

/**
 * Reads a working copy.
 * @returns null when there is none with this id.
 * @throws ContractError `article-damaged` when what the disk gives back is not what was written.
 */
export function getArticle(db: ReadDb, id: string): StoredArticle | null {
  const row = db.get<StoredRow>(
    'SELECT json, hash, state, creator, byline, save_number, caret, updated_at FROM articles WHERE id = :id',
    { id },
  )
  if (row === undefined) return null
  return {
    article: readArticle(row.json, row.hash, id),
    state: row.state,
    author: row.byline || row.creator,
    saveNumber: row.save_number,
    updatedAt: row.updated_at,
    caret: readCaret(row.caret),
  }
}

/** @throws ContractError `article-damaged`, also when the text is sound but no article of this version. */
export function readArticle(json: string, hash: string, id: string): Article {
  if (sha256Hex(json) !== hash) throw new ContractError('article-damaged', { id })
  try {
    return parseArticle(JSON.parse(json), randomUUID)
  } catch (error) {
    if (error instanceof ArticleError) throw new ContractError('article-damaged', { id }, { cause: error })
    throw error
  }
}

/** A caret is a convenience: one that cannot be read is none. */
function readCaret(json: string | null): Caret {
  const parsed = caretSchema.safeParse(json === null ? null : JSON.parse(json))
  return parsed.success ? parsed.data : null
}

/**
 * Replaces a working copy by a later one.
 * @param save.baseSaveNumber the save that the new text started from.
 * @returns the new save number; `conflict` when another save came between, `missing` when there is no such article.
 */
export function saveArticle(
  db: WriteDb,
  save: { article: Article; caret: Caret; at: string; baseSaveNumber: number; state: State },
): { saveNumber: number } | 'conflict' | 'missing' {
  const { article, caret, at, baseSaveNumber, state } = save
  return db.transaction(() => {
    const changed = db.run(
      `UPDATE articles SET json = :json, hash = :hash, state = :state, headline = :headline, deck = :deck,
         byline = :byline, section = :section, words = :words, caret = :caret, updated_at = :at,
         save_number = save_number + 1
       WHERE id = :id AND save_number = :baseSaveNumber`,
      { ...columns(article), caret: caret === null ? null : JSON.stringify(caret), at, baseSaveNumber, state },
    )
    if (changed === 0) {
      return db.get('SELECT 1 FROM articles WHERE id = :id', { id: article.id }) === undefined ? 'missing' : 'conflict'
    }
    index(db, article)
    return { saveNumber: baseSaveNumber + 1 }
  })
}

/** Moves an article to a state. @throws Error when there is no such article. */
export function setState(db: WriteDb, id: string, state: State, at: string): void {
  const changed = db.run('UPDATE articles SET state = :state, updated_at = :at WHERE id = :id', { id, state, at })
  if (changed !== 1) throw new Error('No article has this id')
}

/** Keeps where the caret stood, when nothing else changed. It is no save: the number and the time stay. */
export function setCaret(db: WriteDb, id: string, caret: Caret): void {
  db.run('UPDATE articles SET caret = :caret WHERE id = :id', {
    id,
    caret: caret === null ? null : JSON.stringify(caret),
  })
}

/** What to list. `search` is as typed; empty `states` means all. */
export type ListQuery = { search: string; states: readonly State[]; limit: number; offset: number }
export type ListResult = { rows: ArticleRow[]; total: number; counts: Partial<Record<State, number>> }

/**
 * Lists articles: newest first, or with a search the best matches first, those in headlines before the rest.
 * @returns a page of rows; `total` counts all pages; `counts` tells, by state, what the search finds.
 */
export function listArticles(db: ReadDb, { search, states, limit, offset }: ListQuery): ListResult {
  const query = search.trim() === '' ? '' : ftsQuery(search)
  if (query === null) return { rows: [], total: 0, counts: {} }
  const source = query === '' ? 'articles' : 'search JOIN articles ON articles.number = search.rowid'
  const found = query === '' ? 'TRUE' : 'search MATCH :query'
  const order = query === '' ? '' : 'bm25(search, 10.0, 1.0),'
  const chosen = states.length === 0 ? 'TRUE' : 'state IN (SELECT value FROM json_each(:states))'
  const params = { ...(query === '' ? {} : { query }) }
  const byState = db.all<{ state: State; count: number }>(
    `SELECT state, count(*) AS count FROM ${source} WHERE ${found} GROUP BY state`,
    params,
  )
  const counts = Object.fromEntries(byState.map(({ state, count }) => [state, count]))
  const shown = byState.filter(({ state }) => states.length === 0 || states.includes(state))
  const rows = db.all<ArticleRow>(
    `SELECT id, articles.headline, deck, state, CASE byline WHEN '' THEN creator ELSE byline END AS author, section,
       words, updated_at AS updatedAt
     FROM ${source} WHERE ${found} AND ${chosen}
     ORDER BY ${order} updated_at DESC, number DESC LIMIT :limit OFFSET :offset`,
    { ...params, ...(states.length === 0 ? {} : { states: JSON.stringify(states) }), limit, offset },
  )
  return { rows, total: shown.reduce((sum, { count }) => sum + count, 0), counts }
}
