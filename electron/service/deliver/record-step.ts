import type { Actor } from '#core/review/states.ts'
import type { WriteDb } from '#db/handles.ts'
import type { DeliveryRecord } from '#db/tables/deliveries.ts'
import { getRevision } from '#db/tables/revisions.ts'
import { recordEvent } from '../articles/record-event.ts'
import { headUnlessDamaged } from './article-head.ts'

/**
 * Records in an article's audit what a person did about one of its deliveries. Nothing is recorded where the article or
 * the text that was to be sent is damaged.
 */
export function recordStep(
  db: WriteDb,
  { articleId, revision, progress }: DeliveryRecord,
  action: 'held' | 'cancelled' | 'kept-theirs',
  by: { at: string; actor: Actor },
): void {
  const article = getRevision(db, revision)
  const head = headUnlessDamaged(db, articleId)
  if (article === null || head === null) return
  recordEvent(db, article, { ...by, action, from: head.state, to: head.state, note: progress.destination.name })
}
