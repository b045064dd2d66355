import { performance } from 'node:perf_hooks'
import { expect } from 'vitest'

const SIZES = [4000, 32_000] as const

/** @returns the time of the fastest of several runs: other work of the machine only makes a run slower. */
function quickest(run: () => void): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now()
      run()
      return performance.now() - start
    }),
  )
}

/** Expects linear growth: eight times the size takes about eight times as long, and not 64 times. */
export function expectLinear(run: (size: number) => unknown): void {
  const [small, large] = SIZES.map((size) => quickest(() => void run(size)))
  // Below a twentieth of a millisecond the clock is too coarse for a ratio.
  expect((large ?? 0) / Math.max(small ?? 0, 0.05)).toBeLessThan(28)
}
