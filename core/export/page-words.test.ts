import { describe, expect, it } from 'vitest'
import { writtenDay } from './page-words.ts'

describe('writtenDay', () => {
  it.each([
    ['2026-11-24', 'ar', 'latn', '24 تشرين الثاني/نوفمبر 2026'],
    ['2026-01-05', 'ar-IQ', 'arab', '٥ كانون الثاني/يناير ٢٠٢٦'],
    ['2026-11-24', 'en', 'latn', '24 November 2026'],
    ['2026-12-31', 'ku', 'latn', '31 December 2026'],
  ] as const)('writes %s for readers of %s', (day, language, digits, expected) => {
    expect(writtenDay(day, language, digits)).toBe(expected)
  })
})
