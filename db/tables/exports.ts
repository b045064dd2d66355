import type { ReadDb, WriteDb } from '../handles.ts'

/** One package that left the store. */
export type ExportRecord = {
  articleId: string
  version: number
  /** The hash of the revision that it carries. */
  revision: string
  path: string
  sha256: string
  bytes: number
  at: string
  by: string
}

/** @returns the version that the next package of an article gets: 1 for the first. */
export function nextVersion(db: ReadDb, articleId: string): number {
  const row = db.get<{ next: number }>(
    'SELECT coalesce(max(version), 0) + 1 AS next FROM exports WHERE article_id = :articleId',
    { articleId },
  )
  return row?.next ?? 1
}

/** @returns the hash of the revision that left last; null when none did. */
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
