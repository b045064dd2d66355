import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutToBytes } from './cut-to-bytes.ts'

describe('cutToBytes', () => {
  it('cuts between letters, and keeps harakat with their letter', () => {
    expect(cutToBytes('لُنْدُن', 7).toString()).toBe('لُ')
    expect(cutToBytes('لُنْدُن', 8).toString()).toBe('لُنْ')
    expect(cutToBytes('👩‍👩‍👧', 10).toString()).toBe('')
    expect(cutToBytes('ab', 2).toString()).toBe('ab')
  })
  it.each([
    ['وكالة الأنباء الفرنسية / أحمد الربيعي', 32, 'وكالة الأنباء'],
    ['رويترز / أحمد الربيعي', 32, 'رويترز / أحمد'],
    ['رويترز / أحمد', 16, 'رويترز'],
    ['رويترز أحمد', 12, 'رويترز'],
    ['رويترز أحمد', 13, 'رويترز'],
    ['رويترز (أحمد الربيعي)', 30, 'رويترز (أحمد'],
    ['مستشفياتكم', 9, 'مستش'],
  ])('cuts %s at the end of a word', (text, limit, cut) => {
    expect(cutToBytes(text, limit).toString()).toBe(cut)
  })
  it('returns a prefix within the limit, and the whole text if it fits', () => {
    const text = fc.string({ unit: fc.constantFrom('ا', 'ب', 'ّ', ' ', '/', 'x', '👩‍👩‍👧', '('), maxLength: 40 })
    fc.assert(
      fc.property(text, fc.nat(60), (whole, limit) => {
        const cut = cutToBytes(whole, limit).toString()
        expect(whole.startsWith(cut)).toBe(true)
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limit)
        if (Buffer.byteLength(whole) <= limit) expect(cut).toBe(whole)
      }),
    )
  })
})
