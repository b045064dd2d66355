import { seededRandom } from '#tests/bench/statistics.ts'

/** Draws that decide one action. */
export type Draw = {
  /** @returns a whole number from 0 up to, but not including, `below`. */
  below: (below: number) => number
  /** @returns one of a list. @throws Error for an empty list. */
  of: <T>(list: readonly T[]) => T
  /** @returns true so many times in a hundred. */
  chance: (percent: number) => boolean
}

/**
 * @returns the draws of one step. They depend on seed and step alone, so that a run can be repeated with some of its steps
 *   left out.
 */
export function drawFor(seed: number, step: number): Draw {
  const random = seededRandom(seed * 100_003 + step)
  const below = (limit: number): number => Math.floor(random() * limit)
  return {
    below,
    of(list) {
      const one = list[below(list.length)]
      if (one === undefined) throw new Error('Nothing to draw from')
      return one
    },
    chance: (percent) => random() * 100 < percent,
  }
}

/** @returns one of a list, each as often as its weight says. @throws Error for an empty list. */
export function weighted<T extends { weight: number }>(draw: Draw, list: readonly T[]): T {
  let left = draw.below(list.reduce((sum, { weight }) => sum + weight, 0))
  for (const one of list) {
    left -= one.weight
    if (left < 0) return one
  }
  throw new Error('Nothing to draw from')
}
