/**
 * Finds which of the things that two orders share stayed where they were: the longest row of them that both have in
 * the same order. The others were moved.
 * @param places where each thing stood in the old order, in the new order; none twice
 * @returns the places that stayed
 */
export function stablePlaces(places: readonly number[]): Set<number> {
  // tails[n] ends the best row of n + 1 that is known: the one that ends with the smallest place.
  const tails: number[] = []
  const before = new Map<number, number>()
  for (const place of places) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tails[middle] ?? 0) < place) low = middle + 1
      else high = middle
    }
    const previous = tails[low - 1]
    if (previous !== undefined) before.set(place, previous)
    tails[low] = place
  }
  const stable = new Set<number>()
  for (let place = tails.at(-1); place !== undefined; place = before.get(place)) stable.add(place)
  return stable
}
