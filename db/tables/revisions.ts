import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { RevisionReason } from '#core/review/revision.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { digest, sealOf } from '../seal.ts'
import { readArticle } from './articles.ts'

/** What is known of a revision without reading its text. */
export type RevisionRow = {
  hash: string
  parent: string | null
  reason: RevisionReason
  by: string
  at: string
  /** Whether the audit, an export or a delivery refers to it: such a one is never thinned out. */
  isReferred: boolean
}

/** The most that is inflated, in bytes: what is longer was made to exhaust the memory. */
const MAX_BYTES = 512 * 1024 * 1024

/**
 * Keeps an article as it is now. Content that is kept already is not kept twice.
 * @returns the hash that addresses it: the SHA-256 of its canonical JSON.
 */
export function addRevision(
  db: WriteDb,
  { article, at, by, reason }: { article: Article; at: string; by: string; reason: RevisionReason },
): string {
  const json = canonicalJson(article)
  const hash = digest(json)
  if (db.get('SELECT 1 FROM revisions WHERE hash = :hash', { hash }) !== undefined) return hash
  const parent = lastRevision(db, article.id)?.hash ?? null
  db.run(
    `INSERT INTO revisions (hash, article_id, data, parent, reason, by, created_at, seal)
     VALUES (:hash, :id, :data, :parent, :reason, :by, :at, :seal)`,
    {
      ...{ hash, id: article.id, data: deflateRawSync(json), parent, reason, by, at },
      seal: sealOf([hash, article.id, parent, reason, by, at]),
    },
  )
  return hash
}

/** @returns the youngest revision of an article, or null. By the order of writing: clocks jump. */
export function lastRevision(db: ReadDb, articleId: string): { hash: string; at: string } | null {
  const row = db.get<{ hash: string; at: string }>(
    'SELECT hash, created_at AS at FROM revisions WHERE article_id = :articleId ORDER BY rowid DESC LIMIT 1',
    { articleId },
  )
  return row ?? null
}

/** @returns the revisions of an article, oldest first; those whose row is not as it was written are counted apart. */
export function listRevisions(db: ReadDb, articleId: string): { revisions: RevisionRow[]; damaged: number } {
  const rows = db.all<Omit<RevisionRow, 'isReferred'> & { isReferred: number; seal: string }>(
    `SELECT hash, parent, reason, by, created_at AS at, seal,
       EXISTS (SELECT 1 FROM events WHERE revision = hash) OR EXISTS (SELECT 1 FROM exports WHERE revision = hash)
         OR EXISTS (SELECT 1 FROM deliveries WHERE revision = hash) AS isReferred
     FROM revisions WHERE article_id = :articleId ORDER BY rowid`,
    { articleId },
  )
  const revisions = rows
    .filter(({ hash, parent, reason, by, at, seal }) => seal === sealOf([hash, articleId, parent, reason, by, at]))
    .map(({ seal: _seal, ...row }) => ({ ...row, isReferred: row.isReferred === 1 }))
  return { revisions, damaged: rows.length - revisions.length }
}

/**
 * @returns the article that a hash addresses, or null when there is none.
 * @throws ContractError `article-damaged`.
 */
export function getRevision(db: ReadDb, hash: string): Article | null {
  const row = db.get<{ data: Uint8Array }>('SELECT data FROM revisions WHERE hash = :hash', { hash })
  return row === undefined ? null : readArticle(inflate(row.data, hash), hash, hash)
}

/** @returns the JSON of a revision. @throws ContractError `article-damaged` when the bytes are no deflated text. */
export function inflate(data: Uint8Array, id: string): string {
  return inflateBytes(data, id).toString('utf8')
}

/** @returns what was deflated. @throws ContractError `article-damaged` when that is not what the bytes are. */
export function inflateBytes(data: Uint8Array, id: string): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: MAX_BYTES })
  } catch (error) {
    throw new ContractError('article-damaged', { id }, { cause: error })
  }
}

/** Removes revisions that nothing refers to. @throws what SQLite throws for one that the audit, an export or a delivery needs. */
export function removeRevisions(db: WriteDb, hashes: readonly string[]): void {
  db.run('DELETE FROM revisions WHERE hash IN (SELECT value FROM json_each(:hashes))', {
    hashes: JSON.stringify(hashes),
  })
}
