import { describe, expect, it } from 'vitest'
import { fromZoned, nextHour, toZoned } from './zoned-time.ts'

describe('the time of an embargo', () => {
  it('is shown in the time zone of the machine, and kept in UTC', () => {
    const shown = toZoned('2026-11-24T12:00:00+03:00', 'Asia/Baghdad')
    expect(shown?.toString()).toBe('2026-11-24T12:00:00+03:00[Asia/Baghdad]')
    expect(fromZoned(shown)).toBe('2026-11-24T09:00:00.000Z')
    expect(toZoned(null, 'Asia/Baghdad')).toBeNull()
    expect(fromZoned(null)).toBeNull()
  })
  it('keeps the hour that is shown when the day moves over the end of summer time', () => {
    const moved = toZoned('2026-10-24T09:00:00Z', 'Europe/Berlin')?.add({ days: 1 }) ?? null
    expect(moved?.hour).toBe(11)
    expect(fromZoned(moved)).toBe('2026-10-25T10:00:00.000Z')
  })
  it('begins with the next full hour', () => {
    expect(nextHour(new Date('2026-11-24T20:59:30Z'), 'Asia/Baghdad').toString()).toBe(
      '2026-11-25T00:00:00+03:00[Asia/Baghdad]',
    )
  })
})
