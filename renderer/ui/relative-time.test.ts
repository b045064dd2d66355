import { describe, expect, it } from 'vitest'
import { relativeTime } from './relative-time.tsx'

const now = Date.parse('2026-11-24T12:00:00Z')

describe('relativeTime', () => {
  it.each([
    ['2026-11-24T11:59:40Z', 'هذه الدقيقة'],
    ['2026-11-24T11:58:00Z', 'قبل دقيقتين'],
    ['2026-11-24T09:00:00Z', 'قبل 3 ساعات'],
    ['2026-11-23T11:00:00Z', 'أمس'],
    ['2026-11-20T11:00:00Z', 'قبل 4 أيام'],
  ])('says of %s «%s»', (at, words) => {
    expect(relativeTime(at, now, 'ar-u-nu-latn')).toBe(words)
  })
  it('gives the date of a time long ago, in the chosen digits', () => {
    expect(relativeTime('2026-10-01T12:00:00Z', now, 'ar-u-nu-arab')).toContain('٢٠٢٦')
  })
})
