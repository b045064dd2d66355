import type { Article } from '#core/article/article.ts'
import type { ArticleEvent } from '#core/contract/review.ts'
import type { RevisionReason } from '#core/review/revision.ts'
import type { Actor, State } from '#core/review/states.ts'
import type { WriteDb } from '#db/handles.ts'
import { addEvent } from '#db/tables/events.ts'
import { addRevision } from '#db/tables/revisions.ts'

type Step = {
  at: string
  actor: Actor
  action: ArticleEvent['action']
  from: State | null
  to: State
  note?: string
}

/** What a step is called as a reason for keeping the text. */
export const REASONS: Readonly<Record<ArticleEvent['action'], RevisionReason>> = {
  created: 'created',
  imported: 'imported',
  moved: 'moved',
  reopened: 'reopened',
  exported: 'exported',
  published: 'sent',
  withdrawn: 'sent',
  restored: 'restored',
  kept: 'before-restore',
  deleted: 'deleted',
  undeleted: 'deleted',
  recovered: 'recovered',
}

/** Keeps the text of a step, and the step itself in the audit. @returns the line of the audit. */
export function recordStep(db: WriteDb, article: Article, step: Step): ArticleEvent {
  const { at, actor, action, from, to, note = '' } = step
  const revision = addRevision(db, { article, at, by: actor.name, reason: REASONS[action] })
  const event: ArticleEvent = { at, by: actor.name, role: actor.role, action, from, to, note, revision }
  addEvent(db, article.id, event)
  return event
}
