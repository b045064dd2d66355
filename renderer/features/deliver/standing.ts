import type { Delivery } from '#core/contract/deliveries.ts'

/** @returns the newest delivery that a place has got, of those of one article, the newest first; null when it has got none. */
export function lastArrived(deliveries: readonly Delivery[], destinationId: string): Delivery | null {
  const isArrived = ({ state }: Delivery): boolean => state === 'delivered' || state === 'scheduled'
  return deliveries.find((each) => each.destination.id === destinationId && isArrived(each)) ?? null
}

/** @returns whether the article stands where this arrived. */
export function stands(arrived: Delivery | null): boolean {
  return arrived !== null && arrived.action !== 'kill' && arrived.action !== 'withdraw'
}
