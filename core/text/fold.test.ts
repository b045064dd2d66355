import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWithMap } from './fold.ts'

describe('fold', () => {
  it.each([
    ['أحمد إبراهيم آدم ٱلله', 'احمد ابراهيم ادم الله'],
    ['مُحَمَّدٌ', 'محمد'],
    ['مـــداد', 'مداد'],
    ['مدرسة', 'مدرسه'],
    ['الكاظمى', 'الكاظمي'],
    ['مسؤول شؤون بيئة', 'مسءول شءون بيءه'],
    ['کتاب فارسی', 'كتاب فارسي'],
    ['٢٠٢٦ ۱۴۰۵ 19', '2026 1405 19'],
    ['\u200Fمرحبا\u200E\u061C', 'مرحبا'],
    ['ﻻ ﷲ', 'لا الله'],
    ['Café BBC', 'cafe bbc'],
    ['أ', 'ا'],
  ])('folds %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it('agrees with foldWithMap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, map } = foldWithMap(text)
        expect(folded).toBe(fold(text))
        expect(map.length).toBe(folded.length + 1)
        expect(map.toSorted((a, b) => a - b)).toEqual(map)
      }),
    )
  })
})

describe('foldWithMap', () => {
  it('maps a match to the source, harakat included', () => {
    const text = 'قال مُحَمَّدٌ أمس'
    const { folded, map } = foldWithMap(text)
    const start = folded.indexOf('محمد')
    expect(text.slice(map[start], map[start + 4])).toBe('مُحَمَّدٌ')
  })

  it('maps every letter of a ligature to the ligature', () => {
    expect(foldWithMap('ﻻ!')).toEqual({ folded: 'لا!', map: [0, 0, 1, 2] })
  })
})
