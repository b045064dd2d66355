import type { Delivery } from '#core/contract/deliveries.ts'

const isTakenBack = ({ state, isTakenBack: takesBack }: Delivery): boolean => state === 'cancelled' && takesBack

/** @param deliveries of one article, newest first. @returns the newest that decides what is there, or null. */
export function lastArrived(deliveries: readonly Delivery[], destinationId: string): Delivery | null {
  const isArrived = (each: Delivery): boolean =>
    each.state === 'delivered' || each.state === 'scheduled' || isTakenBack(each)
  return deliveries.find((each) => each.destination.id === destinationId && isArrived(each)) ?? null
}

/** @returns whether the article is at the destination after this delivery, and not taken down by it. */
export function isAtDestination(arrived: Delivery | null): boolean {
  return arrived !== null && !isTakenBack(arrived) && arrived.action !== 'kill' && arrived.action !== 'withdraw'
}

/** @returns whether a delivery asks what to do about an article that was deleted at its destination. */
export function isDeletedThere({ state, problem }: Pick<Delivery, 'state' | 'problem'>): boolean {
  return state === 'held' && problem?.code === 'deleted-there'
}
