import type { Actor } from '#core/review/states.ts'
import { openDeliveries, setDelivery, type DeliveryRecord } from '#db/tables/deliveries.ts'
import type { WriteContext } from '../articles/write-context.ts'
import { recordStep } from './record-step.ts'
import { reasonNotToSend } from './reason-not-to-send.ts'

/**
 * Holds what waits in the queue and fails a check that the house now requires, also what waits for its embargo: a person
 * learns it today, not at the hour of publication. Records each in the audit of its article. Called in the transaction that
 * changes the settings. What is being
 * sent goes on, and what a site has scheduled stays there.
 * @param actor who changed what is required
 * @returns the deliveries that it held, as they were.
 */
export function holdFailing(
  { store: { db }, now }: Pick<WriteContext, 'store' | 'now'>,
  actor: Actor,
): DeliveryRecord[] {
  return openDeliveries(db).filter((delivery) => {
    const reason = delivery.state === 'queued' ? reasonNotToSend(db, delivery, now) : null
    if (typeof reason !== 'object' || reason?.code !== 'checks-failed') return false
    setDelivery(db, delivery.id, 'held', { ...delivery.progress, problem: reason, nextAttempt: null }, now())
    recordStep(db, delivery, 'held', { at: now(), actor })
    return true
  })
}
