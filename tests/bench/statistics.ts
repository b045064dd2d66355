/** @returns numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** @returns the value below which a share of the values lies (nearest rank). @param share from 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

export type Interval = { ratio: number; low: number; high: number }

/** @returns the ratio of two means with its bootstrap interval of 95 %. */
export function ratioInterval(
  values: readonly number[],
  base: readonly number[],
  random: () => number,
  rounds = 4000,
): Interval {
  const draw = (from: readonly number[]): number =>
    mean(from.map(() => from[Math.floor(random() * from.length)] ?? Number.NaN))
  const ratios = Array.from({ length: rounds }, () => draw(values) / draw(base))
  return { ratio: mean(values) / mean(base), low: percentile(ratios, 0.025), high: percentile(ratios, 0.975) }
}

/**
 * @returns the median of the ratios of values that were measured beside each other, with its bootstrap interval of 95 %. What
 *   slows the machine for a while slows both of a pair.
 */
export function pairedRatio(
  values: readonly number[],
  base: readonly number[],
  random: () => number,
  rounds = 4000,
): Interval {
  const pairs = values.map((value, index) => value / (base[index] ?? Number.NaN))
  const medians = Array.from({ length: rounds }, () =>
    percentile(
      pairs.map(() => pairs[Math.floor(random() * pairs.length)] ?? Number.NaN),
      0.5,
    ),
  )
  return { ratio: percentile(pairs, 0.5), low: percentile(medians, 0.025), high: percentile(medians, 0.975) }
}
