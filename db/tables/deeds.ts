import { nameKey } from '#core/review/mentions.ts'
import type { ReadDb, WriteDb } from '../handles.ts'

type Last = { total: number; at: string; by: string }

/** What people do with an article, other than to write it. */
const OF_ARTICLE = [
  'FROM events WHERE article_id = :id',
  'FROM assignments WHERE article_id = :id',
  'FROM thread_entries WHERE thread_id IN (SELECT id FROM threads WHERE article_id = :id)',
  'FROM proposal_entries WHERE proposal_id IN (SELECT id FROM proposals WHERE article_id = :id)',
]
/** Of several columns beside max(), SQLite takes those of the row that has it. */
const LAST = OF_ARTICLE.map((from) => `SELECT count(*) AS total, max(at) AS at, by ${from}`).join(' UNION ALL ')

/** Brings up to date how much was done with an article, and by whom last. */
export function setDeeds(db: WriteDb, { id, number }: { id: string; number: number }): void {
  const found = db.all<Last>(LAST, { id }).filter(({ total }) => total > 0)
  const last = found.toSorted((one, other) => (one.at < other.at ? -1 : 1)).at(-1)
  if (last === undefined) return
  const total = found.reduce((sum, each) => sum + each.total, 0)
  db.run(
    `INSERT INTO deeds (number, total, at, name) VALUES (:number, :total, :at, :name)
     ON CONFLICT (number) DO UPDATE SET total = :total, at = :at, name = :name WHERE total <> :total`,
    { number, total, at: last.at, name: nameKey(last.by) },
  )
}

/** Begins to note what a person reads. What was done before is read. @param at ISO 8601, UTC */
export function beginReading(db: WriteDb, person: string, at: string): void {
  const name = nameKey(person)
  if (name === '' || db.get('SELECT 1 FROM readers WHERE name = :name', { name }) !== undefined) return
  db.run('INSERT INTO readers (name, since) VALUES (:name, :at)', { name, at })
}

/** Marks an article as read by a person, up to now, or as unread. @returns whether it was not so before */
export function setRead(db: WriteDb, articleId: string, person: string, isRead: boolean): boolean {
  const row = db.get<{ id: string; number: number }>('SELECT id, number FROM articles WHERE id = :articleId', {
    articleId,
  })
  if (row === undefined) return false
  // They follow behind: what was just done was seen, too.
  setDeeds(db, row)
  if (unreadAmong(db, person, [row.number]).has(row.number) !== isRead) return false
  const seen = isRead ? 'coalesce((SELECT total FROM deeds WHERE number = :number), 0)' : '-1'
  db.run(
    `INSERT INTO seen (name, number, total) VALUES (:name, :number, ${seen})
     ON CONFLICT (name, number) DO UPDATE SET total = excluded.total`,
    { name: nameKey(person), number: row.number },
  )
  return true
}

/**
 * @param numbers of articles
 * @returns those that a person has not opened since somebody else did something with them, or marked as unread
 */
export function unreadAmong(db: ReadDb, person: string, numbers: readonly number[]): Set<number> {
  const rows = db.all<{ number: number }>(
    `SELECT value AS number FROM json_each(:numbers)
       LEFT JOIN deeds ON deeds.number = value LEFT JOIN seen ON seen.name = :name AND seen.number = value
     WHERE seen.total = -1 OR (deeds.name <> :name AND (deeds.total > seen.total OR (seen.total IS NULL
       AND deeds.at > (SELECT since FROM readers WHERE name = :name))))`,
    { numbers: JSON.stringify(numbers), name: nameKey(person) },
  )
  return new Set(rows.map(({ number }) => number))
}
