import { performance } from 'node:perf_hooks'
import { expect } from 'vitest'

const SIZES = [4000, 32_000] as const

/** The quickest of several runs: what else the machine does only ever makes one slower. */
function quickest(run: () => void): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now()
      run()
      return performance.now() - start
    }),
  )
}

/** Expects that eight times as much takes about eight times as long, and not sixty-four times. */
export function expectLinear(run: (size: number) => unknown): void {
  const [small, large] = SIZES.map((size) => quickest(() => void run(size)))
  // A twentieth of a millisecond: below it the clock is not worth a ratio.
  expect((large ?? 0) / Math.max(small ?? 0, 0.05)).toBeLessThan(28)
}
