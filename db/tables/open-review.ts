import { isOpen, whoIsNeeded } from '#core/review/needs.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { listKnownNames } from './known-names.ts'
import { listThreads } from './threads.ts'

type Row = { number: number; byline: string; creator: string; open_threads: number; open_proposals: number }

/**
 * Brings up to date what lists show of the threads and proposals of an article: how many are open, and who has something to do.
 * Called in the transaction that changes them, or the byline.
 */
export function countReview(db: WriteDb, articleId: string): void {
  const row = db.get<Row>(
    'SELECT number, byline, creator, open_threads, open_proposals FROM articles WHERE id = :articleId',
    { articleId },
  )
  if (row === undefined) return
  const { number, byline, creator } = row
  const { threads } = listThreads(db, articleId)
  const proposers = db
    .all<{ by: string }>("SELECT by FROM proposals WHERE article_id = :articleId AND state = 'open'", { articleId })
    .map(({ by }) => by)
  const openThreads = threads.filter(isOpen).length
  if (openThreads !== row.open_threads || proposers.length !== row.open_proposals) {
    db.run('UPDATE articles SET open_threads = :openThreads, open_proposals = :proposals WHERE number = :number', {
      ...{ number, openThreads, proposals: proposers.length },
    })
  }
  const names = whoIsNeeded({ threads, proposers, byline, creator, people: listKnownNames(db) })
  const before = db
    .all<{ name: string }>('SELECT name FROM needs WHERE number = :number ORDER BY name', { number })
    .map(({ name }) => name)
  if (JSON.stringify(names) === JSON.stringify(before)) return
  db.run('DELETE FROM needs WHERE number = :number', { number })
  for (const name of names) db.run('INSERT INTO needs (name, number) VALUES (:name, :number)', { name, number })
}

/** @returns how many threads and proposals about an article are open. */
export function openReview(db: ReadDb, articleId: string): { openThreads: number; openProposals: number } {
  const row = db.get<{ openThreads: number; openProposals: number }>(
    'SELECT open_threads AS openThreads, open_proposals AS openProposals FROM articles WHERE id = :articleId',
    { articleId },
  )
  return row ?? { openThreads: 0, openProposals: 0 }
}
