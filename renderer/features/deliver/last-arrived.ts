import type { Delivery } from '#core/contract/deliveries.ts'

/** @param deliveries of one article, newest first. @returns the newest that reached the destination, or null. */
export function lastArrived(deliveries: readonly Delivery[], destinationId: string): Delivery | null {
  const isArrived = ({ state }: Delivery): boolean => state === 'delivered' || state === 'scheduled'
  return deliveries.find((each) => each.destination.id === destinationId && isArrived(each)) ?? null
}

/** @returns whether the article is at the destination after this delivery, and not taken down by it. */
export function isAtDestination(arrived: Delivery | null): boolean {
  return arrived !== null && arrived.action !== 'kill' && arrived.action !== 'withdraw'
}
