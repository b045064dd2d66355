import { describe, expect, it } from 'vitest'
import { awayWords } from './away-words.ts'

const NOW = new Date(2026, 10, 30, 20, 34).getTime()
const hours = (count: number): number => NOW + count * 3_600_000

describe('how far away a time is', () => {
  it.each([
    [hours(1 / 120), 'this minute'],
    [hours(0.5), 'in 30 minutes'],
    [hours(-3), '3 hours ago'],
    // After midnight, and near.
    [hours(5), 'in 5 hours'],
    [hours(10), 'tomorrow'],
    // Thirty hours from the evening are the day after tomorrow.
    [hours(30), 'in 2 days'],
    [hours(-20), '20 hours ago'],
    [hours(-21), 'yesterday'],
  ])('is told in days of the calendar, and near ones in hours: %i is %s', (at, words) => {
    expect(awayWords(at, NOW, 'en')).toBe(words)
  })
})
