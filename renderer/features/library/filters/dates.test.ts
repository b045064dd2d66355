import { CalendarDate } from '@internationalized/date'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bounds, boundsOfDays, daysOfBounds, dueBounds, type Due, type Period } from './dates.ts'

/** The beginning of a local day, in UTC. */
const local = (year: number, month: number, day: number): string => new Date(year, month - 1, day).toISOString()

describe('bounds', () => {
  const now = new Date(2026, 10, 3, 15, 30)
  it.each<[Period, string]>([
    ['today', local(2026, 11, 3)],
    ['week', local(2026, 10, 28)],
    ['month', local(2026, 10, 5)],
  ])('of «%s» begin with its first day, here', (period, from) => {
    expect(bounds({ period, from: '', to: 'x' }, now)).toEqual({ from, to: '' })
  })
  it('are those of the chosen days without a period', () => {
    expect(bounds({ period: '', from: 'a', to: 'b' }, now)).toEqual({ from: 'a', to: 'b' })
  })
})

describe('dueBounds', () => {
  const now = new Date(2026, 10, 30, 15, 30)
  it.each<[Due, string, string]>([
    ['', '', ''],
    ['overdue', '', now.toISOString()],
    ['today', local(2026, 11, 30), local(2026, 12, 1)],
    ['week', local(2026, 11, 30), local(2026, 12, 7)],
  ])('of «%s» are whole local days, or end now', (due, dueFrom, dueTo) => {
    expect(dueBounds(due, now)).toEqual({ dueFrom, dueTo })
  })
})

describe('days', () => {
  it('have bounds that include the last day', () => {
    const day = new CalendarDate(2026, 12, 31)
    expect(boundsOfDays(day, day)).toEqual({ from: local(2026, 12, 31), to: local(2027, 1, 1) })
    expect(boundsOfDays(null, null)).toEqual({ from: '', to: '' })
  })
  it('are recovered from their bounds', () => {
    const day = fc
      .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([year, month, date]) => new CalendarDate(year, month, date))
    const end = fc.option(day)
    fc.assert(
      fc.property(end, end, (first, last) => {
        const back = daysOfBounds(boundsOfDays(first, last))
        expect([back.first?.toString(), back.last?.toString()]).toEqual([first?.toString(), last?.toString()])
      }),
    )
  })
})
