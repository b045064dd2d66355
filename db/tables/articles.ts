import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { ArticleError, parseArticle } from '#core/article/parse.ts'
import { headText } from '#core/article/plain-text.ts'
import { figures } from '#core/article/text-nodes.ts'
import type { openArticleSchema } from '#core/contract/articles.ts'
import { caretSchema } from '#core/contract/articles.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb, SqlParams, WriteDb } from '../handles.ts'
import { digest, sealOf } from '../seal.ts'

/** A working copy as the store has it. */
export type StoredArticle = z.infer<typeof openArticleSchema> & { deletedAt: string | null }
type Caret = StoredArticle['caret']

/** What is known of an article without reading its text. */
export type ArticleHead = {
  state: State
  /** The byline, or the name of whoever brought the article in. */
  author: string
  hash: string
  saveNumber: number
  updatedAt: string
  deletedAt: string | null
}

/** The columns that lists show and decisions rest on, in the order in which they are sealed. */
export type SealedRow = {
  id: string
  hash: string
  state: State
  creator: string
  headline: string
  deck: string
  byline: string
  section: string
  has_image: number
  save_number: number
  created_at: string
  updated_at: string
  deleted_at: string | null
  seal: string
}
const SEALED = `id, hash, state, creator, headline, deck, byline, section, has_image, save_number, created_at,
  updated_at, deleted_at`

/** For a SELECT of which `isSound` is to judge the rows. */
export const SEALED_COLUMNS = `${SEALED}, seal`

/** @returns whether a row is as it was written. */
export function isSound(row: SealedRow): boolean {
  const { id, hash, state, creator, headline, deck, byline, section, has_image, save_number } = row
  const { created_at, updated_at, deleted_at, seal } = row
  const values = [id, hash, state, creator, headline, deck, byline, section, has_image, save_number]
  return sealOf([...values, created_at, updated_at, deleted_at]) === seal
}

/** Seals a row anew, after a column of it was set. */
export function sealArticle(db: WriteDb, id: string): void {
  db.run(`UPDATE articles SET seal = seal(${SEALED}) WHERE id = :id`, { id })
}

/** What is stored of an article, and the hash that says whether it differs from what is stored already. */
export type Content = { hash: string; bytes: Uint8Array; row: SqlParams }

/**
 * Fills a text up with spaces to a length that its next versions have too, a sixteenth longer at most. What is as long as
 * before SQLite writes into the same pages, and only those that differ go to the disk; else it would take other pages
 * and wipe the old ones, which is three times as much.
 */
function padded(json: Uint8Array): Uint8Array {
  const step = Math.max(256, 2 ** Math.floor(Math.log2(json.length)) / 16)
  return Buffer.concat([json, Buffer.alloc(Math.ceil(json.length / step) * step - json.length, ' ')])
}

/** @returns the JSON of a stored text without what fills it up, of which the disk may have changed whatever it likes. */
export function unpadded(text: string): string {
  return text.slice(0, text.lastIndexOf('}') + 1)
}

/** @returns what is stored of an article: computed once, and before the transaction, which then is short. */
export function contentOf(article: Article): Content {
  // Encoded once: for its hash, and for SQLite.
  const json = Buffer.from(canonicalJson(article))
  const hash = digest(json)
  const bytes = padded(json)
  return {
    hash,
    bytes,
    row: {
      id: article.id,
      hash,
      headline: headText(article, 'headline').trim(),
      deck: headText(article, 'deck').trim(),
      byline: headText(article, 'byline').trim(),
      section: article.metadata.section.trim(),
      hasImage: figures(article.document).some(({ asset }) => asset !== undefined) ? 1 : 0,
    },
  }
}

function putText(db: WriteDb, id: string, json: Uint8Array): void {
  const text = { id, json }
  const changed = db.run(
    'UPDATE texts SET json = CAST(:json AS TEXT) WHERE number = (SELECT number FROM articles WHERE id = :id)',
    text,
  )
  if (changed === 1) return
  db.run('INSERT INTO texts (number, json) SELECT number, CAST(:json AS TEXT) FROM articles WHERE id = :id', text)
}

/** Adds a new article with save number 0. @throws what SQLite throws when the id is taken. */
export function insertArticle(
  db: WriteDb,
  { article, state, author, at }: { article: Article; state: State; author: string; at: string },
): void {
  const { row, bytes } = contentOf(article)
  db.transaction(() => {
    db.run(
      `INSERT INTO articles (id, hash, state, creator, headline, deck, byline, section, words, has_image, save_number,
         created_at, updated_at)
       VALUES (:id, :hash, :state, :author, :headline, :deck, :byline, :section, 0, :hasImage, 0, :at, :at)`,
      { ...row, state, author, at },
    )
    putText(db, article.id, bytes)
    sealArticle(db, article.id)
  })
}

/**
 * Reads what is known of an article without its text.
 * @returns null when there is none with this id.
 * @throws ContractError `article-damaged` when the row is not as it was written.
 */
export function getArticleHead(db: ReadDb, id: string): ArticleHead | null {
  const row = db.get<SealedRow>(`SELECT ${SEALED_COLUMNS} FROM articles WHERE id = :id`, { id })
  if (row === undefined) return null
  if (!isSound(row)) throw new ContractError('article-damaged', { id })
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
 * @throws ContractError `article-damaged` when what the disk gives back is not what was written.
 */
export function getArticle(db: ReadDb, id: string): StoredArticle | null {
  const head = getArticleHead(db, id)
  if (head === null) return null
  const row = db.get<{ json: string; caret: string | null }>(
    'SELECT json, caret FROM articles JOIN texts USING (number) WHERE id = :id',
    { id },
  )
  const { state, author, saveNumber, updatedAt, deletedAt } = head
  const article = readArticle(row?.json ?? '', head.hash, id)
  return { article, state, author, saveNumber, updatedAt, deletedAt, caret: readCaret(row?.caret ?? null) }
}

/**
 * Reads an article from its JSON, filled up or not.
 * @throws ContractError `article-damaged`, also when the text is sound but no article of this version.
 */
export function readArticle(text: string, hash: string, id: string): Article {
  const json = unpadded(text)
  if (digest(json) !== hash) throw new ContractError('article-damaged', { id })
  try {
    return parseArticle(JSON.parse(json), randomUUID)
  } catch (error) {
    if (error instanceof ArticleError) throw new ContractError('article-damaged', { id }, { cause: error })
    throw error
  }
}

/** A caret is a convenience: one that cannot be read is none. */
function readCaret(json: string | null): Caret {
  try {
    const parsed = caretSchema.safeParse(json === null ? null : JSON.parse(json))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/**
 * Replaces a working copy by a later one.
 * @param save.baseSaveNumber the save that the new text started from.
 * @param save.content what is stored of it, from whoever has computed that already.
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
      // Sealed in the same stroke, in the order of SEALED: this is what a writer waits for.
      `UPDATE articles SET hash = :hash, state = :state, headline = :headline, deck = :deck, byline = :byline,
         section = :section, has_image = :hasImage, caret = :caret, updated_at = :at, save_number = save_number + 1,
         seal = seal(id, :hash, :state, creator, :headline, :deck, :byline, :section, :hasImage, save_number + 1,
           created_at, :at, deleted_at)
       WHERE id = :id AND save_number = :baseSaveNumber`,
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
 * Writes an article over a working copy that cannot be read any more, or makes it anew where even its row is gone.
 * Its save number goes on, so that no window saves over it unseen.
 */
export function overwriteArticle(
  db: WriteDb,
  { article, state, author, at }: { article: Article; state: State; author: string; at: string },
): void {
  const { row, bytes } = contentOf(article)
  db.transaction(() => {
    db.run(
      `INSERT INTO articles (id, hash, state, creator, headline, deck, byline, section, words, has_image, save_number,
         created_at, updated_at)
       VALUES (:id, :hash, :state, :author, :headline, :deck, :byline, :section, 0, :hasImage, 1, :at, :at)
       ON CONFLICT (id) DO UPDATE SET hash = :hash, state = :state, headline = :headline, deck = :deck,
         byline = :byline, section = :section, has_image = :hasImage, caret = NULL, updated_at = :at,
         save_number = max(save_number, 0) + 1, deleted_at = NULL`,
      { ...row, state, author, at },
    )
    putText(db, article.id, bytes)
    sealArticle(db, article.id)
  })
}

/** @returns whether there is an article with this id, in the bin or out of it, sound or not. */
export function hasArticle(db: ReadDb, id: string): boolean {
  return db.get('SELECT 1 FROM articles WHERE id = :id', { id }) !== undefined
}

/** Moves an article to a state. @throws Error when there is no such article. */
export function setState(db: WriteDb, id: string, state: State, at: string): void {
  db.transaction(() => {
    const changed = db.run('UPDATE articles SET state = :state, updated_at = :at WHERE id = :id', { id, state, at })
    if (changed !== 1) throw new Error('No article has this id')
    sealArticle(db, id)
  })
}

/** Puts an article into the bin at a moment, or takes it out with null. */
export function setDeleted(db: WriteDb, id: string, at: string | null): void {
  db.transaction(() => {
    db.run('UPDATE articles SET deleted_at = :at WHERE id = :id', { id, at })
    sealArticle(db, id)
  })
}

/** Keeps where the caret stood, when nothing else changed. It is no save: the number and the time stay. */
export function setCaret(db: WriteDb, id: string, caret: Caret): void {
  db.run('UPDATE articles SET caret = :caret WHERE id = :id', {
    id,
    caret: caret === null ? null : JSON.stringify(caret),
  })
}

/** @returns the youngest moment at which an article was changed, or null when there is none. */
export function newestTime(db: ReadDb): string | null {
  const row = db.get<{ newest: string | null }>(
    'SELECT updated_at AS newest FROM articles WHERE deleted_at IS NULL ORDER BY updated_at DESC LIMIT 1',
  )
  return row?.newest ?? null
}
