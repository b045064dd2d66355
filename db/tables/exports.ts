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
