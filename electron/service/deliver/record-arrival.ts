import { articleHash } from '#core/article/canonical.ts'
import type { State } from '#core/review/states.ts'
import type { WriteDb } from '#db/handles.ts'
import { setState } from '#db/tables/articles.ts'
import { isElsewhere, type DeliveryRecord } from '#db/tables/deliveries.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { getRevision } from '#db/tables/revisions.ts'
import { recordEvent } from '../articles/record-event.ts'
import { headUnlessDamaged } from './article-head.ts'
import type { Outcome } from './kind.ts'

/** The states of an article that somebody outside has, so that it can be withdrawn. */
const OUTSIDE: ReadonlySet<State> = new Set(['exported', 'published', 'corrected'])

/**
 * @returns the state of an article after its delivery arrived. One that was edited since it was sent keeps its state.
 */
function stateAfter(
  state: State,
  { action }: DeliveryRecord,
  { isSame, isElsewhere: staysPublic }: { isSame: boolean; isElsewhere: boolean },
  { isPublic }: Outcome,
): State {
  if (!isSame) return state
  // Withdrawn from one destination, an article is withdrawn once no other destination has it.
  if (action === 'withdraw') return OUTSIDE.has(state) && !staysPublic ? 'withdrawn' : state
  if (isPublic && (state === 'approved' || state === 'exported')) return 'published'
  return state === 'approved' ? 'exported' : state
}

/**
 * Records the arrival of a delivery in the audit, and changes the article's state. It is published only now, after the
 * destination confirmed it.
 * @param at ISO 8601
 */
export function recordArrival(
  db: WriteDb,
  delivery: DeliveryRecord,
  progress: DeliveryProgress,
  outcome: Outcome,
  at: string,
): void {
  const article = getRevision(db, delivery.revision)
  const head = headUnlessDamaged(db, delivery.articleId)
  if (article === null || head === null) return
  const from = head.state
  const current = {
    // Not by the revision's hash: it may have been kept in an earlier format.
    isSame: articleHash(article) === head.hash,
    isElsewhere: isElsewhere(db, delivery.articleId, delivery.destinationId),
  }
  const to = stateAfter(from, delivery, current, outcome)
  // Nothing changed at the destination: the audit has this arrival already.
  if (outcome.isUnchanged && to === from) return
  const isDown = delivery.action === 'withdraw' || delivery.action === 'kill'
  const action = isDown && !isPackage(progress) ? 'withdrawn' : outcome.isPublic ? 'published' : 'exported'
  const { by, role } = delivery
  recordEvent(db, article, { at, actor: { name: by, role }, action, from, to, note: progress.destination.name })
  if (to !== from) setState(db, delivery.articleId, to, at)
}

const isPackage = ({ edition }: DeliveryProgress): boolean => edition.version > 0
