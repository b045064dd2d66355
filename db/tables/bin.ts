import type { BinRow } from '#core/contract/bin.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { keepIssued } from './exports.ts'
import { listAssets } from './assets.ts'
import { addToJournal } from './journal.ts'
import { hashesIn, loosenPictures } from './loose-pictures.ts'
import { textOf } from './revisions.ts'
import { ARTICLE_COLUMNS, type ArticleRow } from './article-row.ts'

/** @returns the articles in the bin, the latest first. */
export function listBin(db: ReadDb): BinRow[] {
  return db
    .all<ArticleRow & { words: number; opening: string }>(
      `SELECT ${ARTICLE_COLUMNS.selected}, words, opening FROM articles
       WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, number DESC`,
    )
    .map((row) => ({
      id: row.id,
      headline: row.headline,
      opening: row.opening,
      author: row.byline || row.creator,
      words: row.words,
      createdAt: row.created_at,
      deletedAt: row.deleted_at ?? '',
      isDamaged: !ARTICLE_COLUMNS.isSound(row),
    }))
}

/** @returns the ids of articles put into the bin before a time. Damaged rows are left out: their time proves nothing. */
export function deletedBefore(db: ReadDb, moment: string): string[] {
  return db
    .all<ArticleRow>(`SELECT ${ARTICLE_COLUMNS.selected} FROM articles WHERE deleted_at < :moment`, { moment })
    .filter((row) => ARTICLE_COLUMNS.isSound(row))
    .map(({ id }) => id)
}

/** @returns the pictures in the texts, revisions and proposals of these articles of the bin. */
function picturesOf(db: ReadDb, chosen: string, params: { ids: string }): string[] {
  const known = new Set(listAssets(db).map(({ hash }) => hash))
  if (known.size === 0) return []
  const texts = db.all<{ json: string }>(
    `SELECT json FROM texts WHERE number IN (SELECT number FROM articles WHERE id IN (${chosen}))`,
    params,
  )
  const kept = db.all<{ hash: string; data: Uint8Array }>(
    `SELECT hash, data FROM revisions WHERE article_id IN (${chosen})`,
    params,
  )
  const proposed = db.all<{ base: Uint8Array; base_hash: string; head: Uint8Array; head_hash: string }>(
    `SELECT base, base_hash, head, head_hash FROM proposals WHERE article_id IN (${chosen})`,
    params,
  )
  return [
    ...proposed.flatMap(({ base, base_hash, head, head_hash }) => [
      ...hashesIn(textOf(base, base_hash) ?? '', known),
      ...hashesIn(textOf(head, head_hash) ?? '', known),
    ]),
    ...texts.flatMap(({ json }) => hashesIn(json, known)),
    ...kept.flatMap(({ data, hash }) => hashesIn(textOf(data, hash) ?? '', known)),
  ]
}

/** What stands beside a text, each table with that of its entries and their column. */
const REVIEW = [
  ['thread_entries', 'threads', 'thread_id'],
  ['proposal_entries', 'proposals', 'proposal_id'],
] as const

/**
 * Removes articles of the bin for good, with everything but their events and the number of their last version. Articles
 * elsewhere stay.
 * Pictures stay until it is certain that nothing else uses them.
 * @param at ISO 8601
 */
export function purge(db: WriteDb, ids: readonly string[], at: string): void {
  const params = { ids: JSON.stringify(ids) }
  const chosen = `SELECT id FROM articles WHERE deleted_at IS NOT NULL AND id IN (SELECT value FROM json_each(:ids))`
  db.transaction(() => {
    loosenPictures(db, picturesOf(db, chosen, params), at)
    const removed = db.all<{ id: string }>(chosen, params).map(({ id }) => id)
    keepIssued(db, removed)
    db.run(`DELETE FROM deliveries WHERE article_id IN (${chosen})`, params)
    for (const [entries, table, key] of REVIEW) {
      db.run(`DELETE FROM ${entries} WHERE ${key} IN (SELECT id FROM ${table} WHERE article_id IN (${chosen}))`, params)
      db.run(`DELETE FROM ${table} WHERE article_id IN (${chosen})`, params)
    }
    db.run(`DELETE FROM assignments WHERE article_id IN (${chosen})`, params)
    db.run(`DELETE FROM exports WHERE article_id IN (${chosen})`, params)
    db.run(`DELETE FROM revisions WHERE article_id IN (${chosen})`, params)
    db.run(`DELETE FROM search WHERE rowid IN (SELECT number FROM articles WHERE id IN (${chosen}))`, params)
    db.run(`DELETE FROM articles WHERE id IN (${chosen})`, params)
    for (const id of removed) addToJournal(db, { kind: 'purged', articleId: id, ref: id, item: '' })
  })
}
