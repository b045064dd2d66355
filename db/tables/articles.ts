import type { z } from 'zod'
import type { Article } from '#core/article/article.ts'
import type { openArticleSchema } from '#core/contract/articles.ts'
import { caretSchema } from '#core/contract/articles.ts'
import { goalSchema, type Goal } from '#core/article/goal.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { ARTICLE_COLUMNS, type ArticleRow } from './article-row.ts'
import { contentOf, putText, readArticle, type Content } from './article-text.ts'

/** A working copy as the store has it. */
export type StoredArticle = z.infer<typeof openArticleSchema> & { deletedAt: string | null }
type Caret = StoredArticle['caret']

/** An article without its text. */
export type ArticleHead = {
  state: State
  /** The byline, or the name of the person who created it. */
  author: string
  hash: string
  saveNumber: number
  updatedAt: string
  deletedAt: string | null
}

/** The columns that are taken from the text, and all columns of a new row, with their SQL. */
const OF_TEXT = {
  ...{ hash: ':hash', headline: ':headline', deck: ':deck', byline: ':byline', section: ':section' },
  has_image: ':hasImage',
}
const NEW_ROW = {
  ...{ ...OF_TEXT, id: ':id', state: ':state', creator: ':author', save_number: ':saveNumber' },
  ...{ created_at: ':at', updated_at: ':at', deleted_at: 'NULL' },
}
const INSERT = `INSERT INTO articles ${ARTICLE_COLUMNS.inserted(NEW_ROW, { words: '0' })}`
const OVERWRITE = ARTICLE_COLUMNS.assigned({
  ...{ ...OF_TEXT, state: ':state', updated_at: ':at', save_number: 'max(save_number, 0) + 1', deleted_at: 'NULL' },
})
const SAVE = ARTICLE_COLUMNS.assigned({
  ...{ ...OF_TEXT, state: ':state', updated_at: ':at', save_number: 'save_number + 1' },
})

type NewArticle = { article: Article; state: State; author: string; at: string }

/** Adds a new article with save number 0. @throws what SQLite throws when the id is taken. */
export function insertArticle(db: WriteDb, { article, state, author, at }: NewArticle): void {
  const { row, bytes } = contentOf(article)
  db.transaction(() => {
    db.run(INSERT, { ...row, state, author, at, saveNumber: 0 })
    putText(db, article.id, bytes)
  })
}

/** @returns whose an article is; null when there is none with this id, or its row is damaged. */
export function ownershipOf(db: ReadDb, id: string): { creator: string; byline: string } | null {
  const row = db.get<ArticleRow>(`SELECT ${ARTICLE_COLUMNS.selected} FROM articles WHERE id = :id`, { id })
  return row === undefined || !ARTICLE_COLUMNS.isSound(row) ? null : { creator: row.creator, byline: row.byline }
}

/**
 * Reads an article without its text.
 * @returns null when there is none with this id.
 * @throws ContractError `article-damaged` when the row does not match its seal.
 */
export function getArticleHead(db: ReadDb, id: string): ArticleHead | null {
  const row = db.get<ArticleRow>(`SELECT ${ARTICLE_COLUMNS.selected} FROM articles WHERE id = :id`, { id })
  if (row === undefined) return null
  if (!ARTICLE_COLUMNS.isSound(row)) throw new ContractError('article-damaged', { id })
  return {
    state: row.state,
    author: row.byline || row.creator,
    hash: row.hash,
    saveNumber: row.save_number,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  }
}

/**
 * Reads a working copy.
 * @returns null when there is none with this id.
 * @throws ContractError `article-damaged` when its row or text is damaged.
 */
export function getArticle(db: ReadDb, id: string): StoredArticle | null {
  const head = getArticleHead(db, id)
  if (head === null) return null
  const row = db.get<{ json: string; caret: string | null; goal: string | null }>(
    'SELECT json, caret, goal FROM articles JOIN texts USING (number) WHERE id = :id',
    { id },
  )
  const { state, author, saveNumber, updatedAt, deletedAt } = head
  const article = readArticle(row?.json ?? '', head.hash, id)
  const [caret, goal] = [readBeside(row?.caret, caretSchema), readBeside(row?.goal, goalSchema)]
  return { article, state, author, saveNumber, updatedAt, deletedAt, caret, goal }
}

/** @returns what is kept beside a text; null for what cannot be read. */
function readBeside<T>(json: string | null | undefined, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(json ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/**
 * Replaces a working copy by a later one.
 * @param save.baseSaveNumber the save that the new text started from
 * @param save.content the result of `contentOf`, when the caller has it already
 * @returns the new save number; `conflict` when another save came between, `missing` when there is no such article.
 */
export function saveArticle(
  db: WriteDb,
  save: { article: Article; content?: Content; caret: Caret; at: string; baseSaveNumber: number; state: State },
): { saveNumber: number } | 'conflict' | 'missing' {
  const { article, content, caret, at, baseSaveNumber, state } = save
  const { row, bytes } = content ?? contentOf(article)
  const { id } = article
  return db.transaction(() => {
    const changed = db.run(
      `UPDATE articles SET ${SAVE}, caret = :caret WHERE id = :id AND save_number = :baseSaveNumber`,
      { ...row, caret: caret === null ? null : JSON.stringify(caret), at, baseSaveNumber, state },
    )
    if (changed === 0) {
      return db.get('SELECT 1 FROM articles WHERE id = :id', { id }) === undefined ? 'missing' : 'conflict'
    }
    putText(db, id, bytes)
    return { saveNumber: baseSaveNumber + 1 }
  })
}

/**
 * Replaces a working copy, damaged or not, or adds it when its row is gone. The save number goes on, so that no window saves
 * over it unnoticed.
 */
export function overwriteArticle(db: WriteDb, { article, state, author, at }: NewArticle): void {
  const { row, bytes } = contentOf(article)
  db.transaction(() => {
    db.run(`${INSERT} ON CONFLICT (id) DO UPDATE SET ${OVERWRITE}, caret = NULL`, {
      ...{ ...row, state, author, at, saveNumber: 1 },
    })
    putText(db, article.id, bytes)
  })
}

/** @returns the articles out of the bin whose text no revision holds. */
export function unkeptArticles(db: ReadDb): string[] {
  return db
    .all<{ id: string }>(
      `SELECT id FROM articles WHERE deleted_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM revisions WHERE revisions.hash = articles.hash)`,
    )
    .map(({ id }) => id)
}

/** @returns whether there is an article with this id, in the bin or out of it, sound or not. */
export function hasArticle(db: ReadDb, id: string): boolean {
  return db.get('SELECT 1 FROM articles WHERE id = :id', { id }) !== undefined
}

/** Moves an article to a state. @throws Error when there is no such article. */
export function setState(db: WriteDb, id: string, state: State, at: string): void {
  const changes = ARTICLE_COLUMNS.assigned({ state: ':state', updated_at: ':at' })
  const changed = db.run(`UPDATE articles SET ${changes} WHERE id = :id`, { id, state, at })
  if (changed !== 1) throw new Error('No article has this id')
}

/** Puts an article into the bin at a moment, or takes it out with null. */
export function setDeleted(db: WriteDb, id: string, at: string | null): void {
  db.run(`UPDATE articles SET ${ARTICLE_COLUMNS.assigned({ deleted_at: ':at' })} WHERE id = :id`, { id, at })
}

/** Stores the caret alone. It is no save: the number and the time stay. */
export function setCaret(db: WriteDb, id: string, caret: Caret): void {
  db.run('UPDATE articles SET caret = :caret WHERE id = :id', {
    id,
    caret: caret === null ? null : JSON.stringify(caret),
  })
}

/** Stores how long the body should become. It is no save: the number and the time stay. */
export function setGoal(db: WriteDb, id: string, goal: Goal | null): void {
  db.run('UPDATE articles SET goal = :goal WHERE id = :id', { id, goal: goal === null ? null : JSON.stringify(goal) })
}

/** @returns the latest time at which an article was changed, or null when there is none. */
export function newestTime(db: ReadDb): string | null {
  const row = db.get<{ newest: string | null }>(
    'SELECT updated_at AS newest FROM articles WHERE deleted_at IS NULL ORDER BY updated_at DESC LIMIT 1',
  )
  return row?.newest ?? null
}
