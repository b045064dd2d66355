import type { Delivery } from '#core/contract/deliveries.ts'
import type { DeliveryRecord } from '#db/tables/deliveries.ts'

/** @returns a delivery as windows get it, without what its kind knows of the other side. */
export function shownDelivery(record: DeliveryRecord): Delivery {
  const { id, articleId, destinationId, action, state, progress, createdAt, updatedAt, by } = record
  const {
    headline,
    destination,
    problem,
    attempts,
    nextAttempt,
    scheduledFor,
    pictures,
    isUnchanged,
    takesBack,
    link,
  } = progress
  return {
    ...{ id, articleId, headline, destination: { id: destinationId, ...destination }, action, state },
    ...{
      problem,
      attempts,
      nextAttempt,
      scheduledFor,
      pictures,
      isUnchanged,
      isTakenBack: takesBack,
      link,
      createdAt,
      updatedAt,
      by,
    },
  }
}
