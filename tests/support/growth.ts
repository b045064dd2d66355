import { expect } from 'vitest'

const SIZE = 100_000
/** How many pairs of times must agree that growth is too fast. */
const PAIRS = 6
/** What is this fast at 200 kB is over before a person notices it, whatever its growth is. */
const NOTHING_MS = 60

/** @returns the processor time of a task in milliseconds. */
async function timeOf(task: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await task()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Expects linear growth: twice the size takes at most two and a half times the processor time. A busy machine, a cache
 * that is too small and the collection of garbage add to a round, so one pair of times proves nothing: growth counts as
 * too fast only when every pair says so. What grows with the square takes four times as long in each of them.
 */
export async function expectLinear(run: (size: number) => unknown): Promise<void> {
  // Compiles the code, so that this is not counted.
  await run(SIZE / 10)
  let once = 0
  let twice = Infinity
  for (let pair = 0; pair < PAIRS; pair += 1) {
    // oxlint-disable-next-line no-await-in-loop -- what runs at once would be measured together
    once = await timeOf(() => run(SIZE))
    // oxlint-disable-next-line no-await-in-loop
    twice = await timeOf(() => run(2 * SIZE))
    if (twice < Math.max(2.5 * once, NOTHING_MS)) return
  }
  expect(twice).toBeLessThan(Math.max(2.5 * once, NOTHING_MS))
}
