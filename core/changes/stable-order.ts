/**
 * Finds which elements of a reordered list did not move: those of a longest increasing subsequence. The others were
 * moved.
 * @param places the old index of each element, in the new order; all different
 * @returns the old indexes of the elements that did not move
 */
export function stablePlaces(places: readonly number[]): Set<number> {
  // tails[n] is the smallest last element of any increasing subsequence of length n + 1 so far.
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
