import type { BinRow } from '#core/contract/bin.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { keepIssued } from './exports.ts'
import { isSound, SEALED_COLUMNS, type SealedRow } from './articles.ts'

/** @returns what lies in the bin, the last one first. */
export function listBin(db: ReadDb): BinRow[] {
  return db
    .all<SealedRow & { words: number }>(
      `SELECT ${SEALED_COLUMNS}, words FROM articles WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, number DESC`,
    )
    .map((row) => ({
      id: row.id,
      headline: row.headline,
      author: row.byline || row.creator,
      words: row.words,
      deletedAt: row.deleted_at ?? '',
      isDamaged: !isSound(row),
    }))
}

/** @returns the ids of what was put into the bin before a moment; not of a damaged row, which may never have been. */
export function deletedBefore(db: ReadDb, moment: string): string[] {
  return db
    .all<SealedRow>(`SELECT ${SEALED_COLUMNS} FROM articles WHERE deleted_at < :moment`, { moment })
    .filter(isSound)
    .map(({ id }) => id)
}

/** Removes articles of the bin for good, with all that belongs to them but the number of their last issue. Others are left alone. */
export function purge(db: WriteDb, ids: readonly string[]): void {
  const params = { ids: JSON.stringify(ids) }
  const chosen = `SELECT id FROM articles WHERE deleted_at IS NOT NULL AND id IN (SELECT value FROM json_each(:ids))`
  db.transaction(() => {
    const removed = db.all<{ id: string }>(chosen, params).map(({ id }) => id)
    keepIssued(db, removed)
    db.run(`DELETE FROM events WHERE article_id IN (${chosen})`, params)
    db.run(`DELETE FROM deliveries WHERE article_id IN (${chosen})`, params)
    db.run(`DELETE FROM exports WHERE article_id IN (${chosen})`, params)
    db.run(`DELETE FROM revisions WHERE article_id IN (${chosen})`, params)
    db.run(`DELETE FROM search WHERE rowid IN (SELECT number FROM articles WHERE id IN (${chosen}))`, params)
    db.run(`DELETE FROM articles WHERE id IN (${chosen})`, params)
  })
}
