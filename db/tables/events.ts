import type { ArticleEvent } from '#core/contract/review.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { sealOf } from '../seal.ts'

/** Appends to the audit of an article. Its revision must be kept already. */
export function addEvent(db: WriteDb, articleId: string, event: ArticleEvent): void {
  db.run(
    `INSERT INTO events (article_id, at, by, role, action, from_state, to_state, note, revision, seal)
     VALUES (:articleId, :at, :by, :role, :action, :from, :to, :note, :revision,
       seal(:articleId, :at, :by, :role, :action, :from, :to, :note, :revision))`,
    { articleId, ...event },
  )
}

/** @returns whether an article has ever been moved to one of these states. */
export function hasBeenIn(db: ReadDb, articleId: string, states: readonly State[]): boolean {
  const row = db.get(
    `SELECT 1 FROM events WHERE article_id = :articleId AND to_state IN (SELECT value FROM json_each(:states)) LIMIT 1`,
    { articleId, states: JSON.stringify(states) },
  )
  return row !== undefined
}

type EventRow = ArticleEvent & { seal: string }

/** @returns the events of an article, oldest first, and how many were left out because they are damaged. */
export function listEvents(db: ReadDb, articleId: string): { events: ArticleEvent[]; damaged: number } {
  const rows = db.all<EventRow>(
    `SELECT at, by, role, action, from_state AS "from", to_state AS "to", note, revision, seal
     FROM events WHERE article_id = :articleId ORDER BY number`,
    { articleId },
  )
  const events = rows
    .filter(
      ({ at, by, role, action, from, to, note, revision, seal }) =>
        seal === sealOf([articleId, at, by, role, action, from, to, note, revision]),
    )
    .map(({ seal: _seal, ...event }) => event)
  return { events, damaged: rows.length - events.length }
}

/** @returns the notes of an article's events, oldest first, without empty ones. */
export function listNotes(db: ReadDb, articleId: string): string[] {
  const rows = db.all<{ note: string }>(
    "SELECT note FROM events WHERE article_id = :articleId AND note <> '' ORDER BY number",
    { articleId },
  )
  return rows.map(({ note }) => note)
}
