import { describe, expect, it } from 'vitest'
import { pairedRatio, percentile, ratioInterval, seededRandom } from './statistics.ts'

describe('statistics', () => {
  it('repeat with the same seed', () => {
    const random = seededRandom(7)
    const again = seededRandom(7)
    expect([random(), random()]).toEqual([again(), again()])
  })
  it('take the nearest rank for a percentile', () => {
    expect(percentile([3, 1, 2, 4], 0.5)).toBe(2)
    expect(percentile([3, 1, 2, 4], 0.99)).toBe(4)
  })
  it('give the ratio of two means, within its interval', () => {
    const { ratio, low, high } = ratioInterval([2, 4, 6], [1, 2, 3], seededRandom(1))
    expect(ratio).toBe(2)
    expect(low).toBeLessThan(2)
    expect(high).toBeGreaterThan(2)
  })
  it('compare values measured beside each other, whatever slowed a pair', () => {
    const { ratio, low, high } = pairedRatio([2, 40, 6, 9, 8], [1, 20, 3, 3, 8], seededRandom(1))
    expect(ratio).toBe(2)
    expect(low).toBeLessThan(2)
    expect(high).toBeGreaterThan(2)
  })
})
