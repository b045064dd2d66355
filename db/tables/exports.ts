import { MAX_ANCESTORS } from '#core/export/package/describe.ts'
import type { ReadDb, WriteDb } from '../handles.ts'

/** A package that this store exported, or that was imported from another store. */
export type ExportRecord = {
  articleId: string
  version: number
  /** The hash of its revision. */
  revision: string
  path: string
  sha256: string
  bytes: number
  at: string
  by: string
}

/**
 * The name of the setting that keeps an article's last version after the article was removed for good. If it is ever
 * imported again, its next package must not repeat a number that somebody has.
 */
const ISSUED = 'issued:'

/** @returns the version that the next package of an article gets: 1 for the first. */
export function nextVersion(db: ReadDb, articleId: string): number {
  const row = db.get<{ next: number }>(
    `SELECT 1 + max(
       coalesce((SELECT max(version) FROM exports WHERE article_id = :articleId), 0),
       coalesce((SELECT CAST(value AS INTEGER) FROM settings WHERE name = :issued), 0)) AS next`,
    { articleId, issued: ISSUED + articleId },
  )
  return row?.next ?? 1
}

/** Keeps the last version of each article that is being removed for good. */
export function keepIssued(db: WriteDb, articleIds: readonly string[]): void {
  db.run(
    `INSERT INTO settings (name, value)
     SELECT :issued || article_id, CAST(max(version) AS TEXT) FROM exports
     WHERE article_id IN (SELECT value FROM json_each(:ids)) GROUP BY article_id
     ON CONFLICT (name) DO UPDATE
       SET value = CAST(max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER)) AS TEXT)`,
    { issued: ISSUED, ids: JSON.stringify(articleIds) },
  )
}

/** @returns the hash of the revision that was exported last; null when none was. */
export function lastExportedRevision(db: ReadDb, articleId: string): string | null {
  const row = db.get<{ revision: string }>(
    'SELECT revision FROM exports WHERE article_id = :articleId ORDER BY version DESC LIMIT 1',
    { articleId },
  )
  return row?.revision ?? null
}

/**
 * @returns the SHA-256 of each package of an article, and of the revision in it, newest first. Two stores have different
 *   revisions of one package when it has pictures, and the same package.
 */
export function ancestorsOf(db: ReadDb, articleId: string): string[] {
  const rows = db.all<{ sha256: string; revision: string }>(
    'SELECT sha256, revision FROM exports WHERE article_id = :articleId ORDER BY version DESC LIMIT :most',
    { articleId, most: MAX_ANCESTORS },
  )
  return rows.flatMap(({ sha256, revision }) => [sha256, revision])
}

/** @returns the revision of an article that a hash names: its own, or that of a package; null when none is here. */
export function revisionNamed(db: ReadDb, articleId: string, hash: string): string | null {
  const row = db.get<{ revision: string }>(
    `SELECT hash AS revision FROM revisions WHERE article_id = :articleId AND hash = :hash
     UNION ALL SELECT revision FROM exports WHERE article_id = :articleId AND sha256 = :hash LIMIT 1`,
    { articleId, hash },
  )
  return row?.revision ?? null
}

/** Records a package. @throws what SQLite throws when the article has this version already. */
export function addExport(db: WriteDb, record: ExportRecord): void {
  db.run(
    `INSERT INTO exports (article_id, version, revision, path, sha256, bytes, at, by)
     VALUES (:articleId, :version, :revision, :path, :sha256, :bytes, :at, :by)`,
    { ...record },
  )
}

/** Records a package of another store, unless its number is taken. Its revision must be kept already. */
export function addForeignExport(db: WriteDb, record: ExportRecord): void {
  db.run(
    `INSERT INTO exports (article_id, version, revision, path, sha256, bytes, at, by)
     VALUES (:articleId, :version, :revision, :path, :sha256, :bytes, :at, :by)
     ON CONFLICT (article_id, version) DO NOTHING`,
    { ...record },
  )
}
