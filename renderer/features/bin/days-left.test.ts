import { describe, expect, it } from 'vitest'
import { daysLeft } from './days-left.ts'

describe('daysLeft', () => {
  it.each([
    ['2026-11-24T08:00:00.000Z', 30],
    ['2026-11-24T08:00:01.000Z', 29],
    ['2026-12-23T07:59:59.000Z', 1],
    ['2026-12-23T12:00:00.000Z', 0],
    // The service removes it within the hour.
    ['2026-12-25T08:00:00.000Z', 0],
  ])('for an article deleted on 24 November, at %s: %i', (now, days) => {
    expect(daysLeft('2026-11-24T08:00:00.000Z', Date.parse(now))).toBe(days)
  })
})
