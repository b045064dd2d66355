import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAttempt } from './backoff.ts'

const NOW = '2026-11-24T08:00:00.000Z'

describe('nextAttempt', () => {
  it('doubles the wait up to five minutes', () => {
    const waits = [1, 2, 3, 4, 5, 6, 50].map((attempts) => nextAttempt(attempts, 0.5, null, NOW))
    expect(waits).toEqual([
      '2026-11-24T08:00:15.000Z',
      '2026-11-24T08:00:30.000Z',
      '2026-11-24T08:01:00.000Z',
      '2026-11-24T08:02:00.000Z',
      '2026-11-24T08:04:00.000Z',
      '2026-11-24T08:05:00.000Z',
      '2026-11-24T08:05:00.000Z',
    ])
  })
  it('waits as long as it is asked to', () => {
    expect(nextAttempt(1, 0, 3_600_000, NOW)).toBe('2026-11-24T09:00:00.000Z')
  })
  it('is never sooner than half the wait, nor later than one and a half', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
        const wait = Date.parse(nextAttempt(attempts, random, null, NOW)) - Date.parse(NOW)
        expect(wait).toBeGreaterThanOrEqual(7500)
        expect(wait).toBeLessThanOrEqual(450_000)
      }),
    )
  })
})
