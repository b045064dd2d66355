import { describe, expect, it } from 'vitest'
import { plan, SHORT } from './plan.ts'

/** The short form of `npm run faults`: every fault a few times, always with the same seed. */
describe('no fault loses an acknowledged word', () => {
  it.each(plan(SHORT, 1))('$name', { timeout: 600_000 }, async ({ run }) => {
    const rows = await run()
    expect(rows.length).toBeGreaterThan(0)
    for (const { fault, times, losses, skipped } of rows) {
      if (skipped !== undefined) process.stdout.write(`${fault}: ${skipped}\n`)
      else expect(times).toBeGreaterThan(0)
      expect(losses).toEqual([])
    }
  })
})
