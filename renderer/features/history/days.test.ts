import { describe, expect, it } from 'vitest'
import type { Point } from '#core/contract/history.ts'
import { groupByDay } from './days.ts'

/** A point at a local time. */
const point = (key: string, ...time: [number, number, number, number]): Point => ({
  key,
  hash: 'a'.repeat(64),
  at: new Date(...time).toISOString(),
  by: 'سعاد',
  reason: 'quiet',
  to: null,
})

describe('groupByDay', () => {
  it('names today, yesterday, and other days by date', () => {
    const now = new Date(2026, 10, 24, 10).getTime()
    const points = [
      point('a', 2026, 10, 24, 9),
      point('b', 2026, 10, 24, 0),
      point('c', 2026, 10, 23, 23),
      point('d', 2026, 10, 20, 12),
    ]
    expect(
      groupByDay(points, now, 'ar-u-nu-latn').map(({ name, points: of }) => [name, of.map(({ key }) => key)]),
    ).toEqual([
      ['اليوم', ['a', 'b']],
      ['أمس', ['c']],
      ['الجمعة، 20 نوفمبر 2026', ['d']],
    ])
  })
  it('returns no days for no versions', () => {
    expect(groupByDay([], 0, 'ar')).toEqual([])
  })
})
