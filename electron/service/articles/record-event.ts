import type { Article } from '#core/article/article.ts'
import type { ArticleEvent } from '#core/contract/review.ts'
import type { RevisionReason } from '#core/review/revision.ts'
import type { Actor, State } from '#core/review/states.ts'
import type { WriteDb } from '#db/handles.ts'
import { addEvent } from '#db/tables/events.ts'
import { addRevision } from '#db/tables/revisions.ts'

type NewEvent = {
  at: string
  actor: Actor
  action: ArticleEvent['action']
  from: State | null
  to: State
  note?: string
  /** Of the revision, after a merge. */
  secondParent?: string
}

/** Why the text of an event is kept, by the event's action. */
export const REASONS: Readonly<Record<ArticleEvent['action'], RevisionReason>> = {
  created: 'created',
  imported: 'imported',
  moved: 'moved',
  reopened: 'reopened',
  exported: 'exported',
  published: 'sent',
  withdrawn: 'sent',
  held: 'sent',
  cancelled: 'sent',
  'kept-theirs': 'sent',
  forgotten: 'sent',
  restored: 'restored',
  kept: 'before-restore',
  deleted: 'deleted',
  undeleted: 'deleted',
  purged: 'deleted',
  recovered: 'recovered',
  merged: 'merged',
  'review-taken': 'commented',
  'handed-over': 'handed-over',
}

/** Keeps the text as a revision, and adds the event to the article's audit. @returns the event as it was written. */
export function recordEvent(db: WriteDb, article: Article, given: NewEvent): ArticleEvent {
  const { at, actor, action, from, to, note = '', secondParent } = given
  const revision = addRevision(db, { article, at, by: actor.name, reason: REASONS[action], secondParent })
  const event: ArticleEvent = { at, by: actor.name, role: actor.role, action, from, to, note, revision }
  addEvent(db, article.id, event)
  return event
}
