import { carriesBody } from '#core/export/action.ts'
import type { Actor } from '#core/review/states.ts'
import type { WriteDb } from '#db/handles.ts'
import { openDeliveries, setDelivery, type DeliveryRecord } from '#db/tables/deliveries.ts'
import { getDestination } from '#db/tables/destinations.ts'
import type { ApprovalEnd } from '../articles/write-context.ts'
import { kindOf } from './kinds/index.ts'
import { recordStep } from './record-step.ts'

type Stopped = Pick<DeliveryRecord, 'state' | 'progress'>

/**
 * @returns what a delivery becomes when it is cancelled: one that is being sent is marked, and ends when its attempt
 *   does; what it has put at its destination is removed. One that is being removed already stays as it is.
 */
export function cancelled(db: WriteDb, { state, destinationId, progress }: DeliveryRecord): Stopped {
  if (state === 'rolling-back') return { state, progress }
  if (state === 'sending') return { state, progress: { ...progress, isUnwanted: true } }
  const destination = getDestination(db, destinationId)
  const kind = destination === null ? null : kindOf(destination.config)
  const takesBack = kind !== null && state === 'scheduled'
  const hasLeftovers = takesBack || (!progress.takesBack && kind?.hasLeftovers(progress.remote) === true)
  return {
    state: hasLeftovers ? 'rolling-back' : 'cancelled',
    progress: { ...progress, takesBack, problem: null, nextAttempt: null },
  }
}

/** @returns what a delivery becomes when its article is no longer approved; null when it stays as it is. */
function stopped(db: WriteDb, delivery: DeliveryRecord, end: ApprovalEnd, now: string): Stopped | null {
  const { state, progress } = delivery
  if (state === 'rolling-back') return null
  if (end === 'ended' || state === 'sending') return cancelled(db, delivery)
  if (state === 'scheduled') {
    // Past its time readers have it already: an edit does not take that away from them.
    return progress.scheduledFor !== null && progress.scheduledFor <= now ? null : cancelled(db, delivery)
  }
  if (state === 'held') return null
  const destination = getDestination(db, delivery.destinationId)
  // It may have arrived without an answer: whether it has must be found out.
  if (destination !== null && kindOf(destination.config).isUnconfirmed(progress.remote)) return cancelled(db, delivery)
  return { state: 'held', progress: { ...progress, problem: { code: 'not-approved', params: {} }, nextAttempt: null } }
}

/**
 * Holds, cancels or takes back what waits to be sent of an article whose approval ends, and records each in its audit.
 * What takes an article down goes on.
 * @returns the deliveries that changed, as they were.
 */
export function stopWaiting(
  db: WriteDb,
  articleId: string,
  end: ApprovalEnd,
  { at, actor }: { at: string; actor: Actor },
): DeliveryRecord[] {
  const waiting = openDeliveries(db).filter((each) => each.articleId === articleId && carriesBody(each.action))
  return waiting.filter((delivery) => {
    const next = stopped(db, delivery, end, at)
    if (next === null) return false
    setDelivery(db, delivery.id, next.state, next.progress, at)
    recordStep(db, delivery, next.state === 'held' ? 'held' : 'cancelled', { at, actor })
    return true
  })
}
