import type { ArticleEvent } from '#core/contract/review.ts'
import type { ReadDb, WriteDb } from '../handles.ts'

/** Appends to the audit of an article. Its revision must be kept already. */
export function addEvent(db: WriteDb, articleId: string, event: ArticleEvent): void {
  db.run(
    `INSERT INTO events (article_id, at, by, role, action, from_state, to_state, note, revision)
     VALUES (:articleId, :at, :by, :role, :action, :from, :to, :note, :revision)`,
    { articleId, ...event },
  )
}

/** @returns the audit of an article, oldest first. */
export function listEvents(db: ReadDb, articleId: string): ArticleEvent[] {
  return db.all<ArticleEvent>(
    `SELECT at, by, role, action, from_state AS "from", to_state AS "to", note, revision
     FROM events WHERE article_id = :articleId ORDER BY number`,
    { articleId },
  )
}
