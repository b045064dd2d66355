import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { ContractError } from '#core/contract/errors.ts'
import { AUTOMATIC_REASONS, type RevisionReason } from '#core/review/revision.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { digest, sealOf } from '../seal.ts'
import { readArticle } from './article-text.ts'
import { addToJournal, journalRow } from './journal.ts'

/** A revision without its text. */
export type RevisionRow = {
  hash: string
  parent: string | null
  /** The other parent of a merge; null for any other revision. */
  secondParent: string | null
  reason: RevisionReason
  by: string
  at: string
  /** Whether an event, an export, a delivery or a thread refers to it: then it is never thinned out. */
  isReferred: boolean
}

/** The most that is inflated, in bytes: anything longer was made to exhaust memory. */
const MAX_BYTES = 512 * 1024 * 1024

type NewRevision = {
  article: Article
  at: string
  by: string
  reason: RevisionReason
  secondParent?: string | null | undefined
}

/**
 * Seals the row of a revision. One with one parent is sealed as before version 8, when there was no second.
 * @returns the seal
 */
export function sealOfRevision(row: About & { hash: string; id: string }): string {
  const { hash, id, parent, reason, by, at, secondParent } = row
  return sealOf([hash, id, parent, reason, by, at, ...(secondParent === null ? [] : [secondParent])])
}

/**
 * Keeps an article as it is now. Content that is kept already is not kept twice; a damaged revision of it is mended.
 * Midad itself does not keep again what the last revision holds in an earlier format.
 * @returns the hash that addresses it: the SHA-256 of its canonical JSON, in the format in which it was kept.
 */
export function addRevision(db: WriteDb, { article, at, by, reason, secondParent = null }: NewRevision): string {
  const json = canonicalJson(article)
  const hash = digest(json)
  const kept = keptAs(db, hash)
  if (kept === undefined && AUTOMATIC_REASONS.has(reason)) {
    const earlier = lastInEarlierFormat(db, article.id, hash)
    if (earlier !== null) return earlier
  }
  if (kept !== undefined && kept.isDescribed && kept.json === json) return hash
  const fresh = { parent: lastRevision(db, article.id)?.hash ?? null, reason, by, at, secondParent }
  const row = kept?.isDescribed === true && kept.id === article.id ? kept.about : fresh
  // REPLACE passes the triggers against changes: it mends a damaged row in its place, so that references to it stay valid.
  // Without one the number is NULL, and SQLite assigns the next.
  db.transaction(() => {
    db.run(
      `INSERT OR REPLACE INTO revisions (rowid, hash, article_id, data, parent, reason, by, created_at, seal, second_parent)
       VALUES (:number, :hash, :id, :data, :parent, :reason, :by, :at, :seal, :secondParent)`,
      {
        ...{ number: kept?.number ?? null, hash, id: article.id, data: deflateRawSync(json), ...row },
        seal: sealOfRevision({ hash, id: article.id, ...row }),
      },
    )
    journalRow(db, 'revision', hash)
  })
  return hash
}

/** Keeps a version that was made elsewhere, as it was made there. @param data the JSON, deflated; its hash was checked */
export function addForeignRevision(
  db: WriteDb,
  id: string,
  { data, ...about }: Omit<RevisionRow, 'isReferred'> & { data: Uint8Array },
): void {
  const added = db.run(
    `INSERT INTO revisions (hash, article_id, data, parent, reason, by, created_at, seal, second_parent)
     VALUES (:hash, :id, :data, :parent, :reason, :by, :at, :seal, :secondParent) ON CONFLICT (hash) DO NOTHING`,
    { ...about, id, data, seal: sealOfRevision({ ...about, id }) },
  )
  if (added === 1) journalRow(db, 'revision', about.hash)
}

/** @returns the last revision of an article if it holds, in an earlier format, the content with this hash. */
function lastInEarlierFormat(db: ReadDb, articleId: string, hash: string): string | null {
  const last = lastRevision(db, articleId)
  if (last === null) return null
  try {
    const article = getRevision(db, last.hash)
    return article !== null && digest(canonicalJson(article)) === hash ? last.hash : null
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}

type About = { parent: string | null; reason: string; by: string; at: string; secondParent: string | null }
type Kept = { number: number; id: string; about: About; isDescribed: boolean; json: string | null }

/** @returns the row of a hash, undefined when there is none. `json` is null when its bytes are damaged. */
function keptAs(db: ReadDb, hash: string): Kept | undefined {
  const row = db.get<About & { number: number; id: string; data: Uint8Array; seal: string }>(
    `SELECT rowid AS number, article_id AS id, data, parent, reason, by, created_at AS at, seal,
       second_parent AS secondParent FROM revisions WHERE hash = :hash`,
    { hash },
  )
  if (row === undefined) return undefined
  const { number, id, data, seal, ...about } = row
  const isDescribed = sealOfRevision({ hash, id, ...about }) === seal
  return { number, id, about, isDescribed, json: textOf(data, hash) }
}

/** @returns the JSON of a revision, or null when its bytes are damaged. */
export function textOf(data: Uint8Array, hash: string): string | null {
  try {
    return inflate(data, hash)
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}

/** @returns the last revision of an article, or null. By the order of writing, since clocks jump. */
export function lastRevision(db: ReadDb, articleId: string): { hash: string; at: string } | null {
  const row = db.get<{ hash: string; at: string }>(
    'SELECT hash, created_at AS at FROM revisions WHERE article_id = :articleId ORDER BY rowid DESC LIMIT 1',
    { articleId },
  )
  return row ?? null
}

/** @returns the revisions of an article, oldest first, and how many were left out because their row is damaged. */
export function listRevisions(db: ReadDb, articleId: string): { revisions: RevisionRow[]; damaged: number } {
  const rows = db.all<Omit<RevisionRow, 'isReferred'> & { isReferred: number; seal: string }>(
    `SELECT hash, parent, second_parent AS secondParent, reason, by, created_at AS at, seal,
       EXISTS (SELECT 1 FROM events WHERE revision = hash) OR EXISTS (SELECT 1 FROM exports WHERE revision = hash)
         OR EXISTS (SELECT 1 FROM deliveries WHERE revision = hash)
         OR EXISTS (SELECT 1 FROM threads WHERE revision = hash) AS isReferred
     FROM revisions WHERE article_id = :articleId ORDER BY rowid`,
    { articleId },
  )
  const revisions = rows
    .filter((row) => row.seal === sealOfRevision({ ...row, id: articleId }))
    .map(({ seal: _seal, ...row }) => ({ ...row, isReferred: row.isReferred === 1 }))
  return { revisions, damaged: rows.length - revisions.length }
}

/**
 * @returns the article that a hash addresses, in the present format; null when there is none. The hash is that of the
 *   stored JSON, so it stays what it was when the format changes.
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

/**
 * Removes revisions that nothing refers to. @throws what SQLite throws for one that the audit, an export, a delivery or a
 * thread needs.
 */
export function removeRevisions(db: WriteDb, hashes: readonly string[]): void {
  const chosen = { hashes: JSON.stringify(hashes) }
  const among = 'FROM revisions WHERE hash IN (SELECT value FROM json_each(:hashes))'
  db.transaction(() => {
    const rows = db.all<{ hash: string; id: string; seal: string }>(
      `SELECT hash, article_id AS id, seal ${among}`,
      chosen,
    )
    db.run(`DELETE ${among}`, chosen)
    for (const { hash, id, seal } of rows) addToJournal(db, { kind: 'thinned', articleId: id, ref: hash, item: seal })
  })
}
