import { describe, expect, it } from 'vitest'
import { iptcDate, isoDate } from './iptc-date.ts'

describe('dates of IPTC-IIM', () => {
  it.each([
    ['20220621', '100000+0300', '2022-06-21T10:00:00+03:00'],
    ['20220621', '', '2022-06-21'],
    ['20220621', '250000+0300', '2022-06-21'],
    ['20221321', '', ''],
    ['June 2022', '', ''],
  ])('reads %s %s', (date, time, iso) => {
    expect(isoDate({ date, time })).toBe(iso)
  })
  it.each([
    ['2022-06-21T10:00:00+03:00', '20220621', '100000+0300'],
    ['2022-06-21T10:00Z', '20220621', '100000+0000'],
    ['2022-06-21T10:00:00', '20220621', ''],
    ['2022-06-21', '20220621', ''],
    ['June 2022', '', ''],
  ])('writes %s', (iso, date, time) => {
    expect(iptcDate(iso)).toEqual({ date, time })
  })
})
