import { expect } from 'vitest'

const SIZE = 100_000
const ROUNDS = 3
/** How often the rounds are repeated before growth counts as too fast. */
const REPEATS = 5
/** What is this fast at 200 kB is over before a person notices it, whatever its growth is. */
const NOTHING_MS = 60

/** @returns the processor time of the quickest of some rounds in milliseconds: compiling and collecting garbage add to the others. */
async function timeOf(task: () => unknown): Promise<number> {
  let least = Infinity
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage()
    // oxlint-disable-next-line no-await-in-loop -- what runs at once would be measured together
    await task()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/**
 * Expects linear growth: twice the size takes at most two and a half times the processor time. A busy machine adds to a
 * round, and never takes from it. So the quickest rounds are compared, of more rounds while they still differ too much.
 */
export async function expectLinear(run: (size: number) => unknown): Promise<void> {
  // Compiles the code, so that this is not counted.
  await run(SIZE / 10)
  let once = Infinity
  let twice = Infinity
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    // The smaller size only in the first: else a lucky round of it would ask for a luckier one of the other.
    // oxlint-disable-next-line no-await-in-loop
    if (repeat === 0) once = await timeOf(() => run(SIZE))
    // oxlint-disable-next-line no-await-in-loop
    twice = Math.min(twice, await timeOf(() => run(2 * SIZE)))
    if (twice < Math.max(2.5 * once, NOTHING_MS)) return
  }
  expect(twice).toBeLessThan(Math.max(2.5 * once, NOTHING_MS))
}
