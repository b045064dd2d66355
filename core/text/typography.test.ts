import { describe, expect, it } from 'vitest'
import { typographyFor, type Typography } from './typography.ts'

const house: Typography = { digits: 'as-typed', quotes: true, dashes: true, dir: 'rtl' }
/** What a text becomes when it is typed letter by letter. */
function typed(text: string, rules: Typography = house): string {
  let line = ''
  for (const letter of text) {
    const change = typographyFor(line, letter, rules)
    line = change === null ? line + letter : line.slice(0, line.length - change.remove) + change.insert
  }
  return line
}

describe('typographyFor', () => {
  it.each([
    ['قال "نعم" ثم', 'قال «نعم» ثم'],
    ['"قال "نعم" ثم"', '«قال “نعم” ثم»'],
    ['("نعم")', '(«نعم»)'],
    ['وبعد...', 'وبعد…'],
    ['....', '….'],
    ['عام 2010--2015', 'عام 2010–2015'],
    ['بغداد -- رويترز', 'بغداد – رويترز'],
    ['<--', '<--'],
    ['---', '---'],
  ])('makes «%s» of %s', (text, expected) => {
    expect(typed(text)).toBe(expected)
  })
  it('uses the quotation marks of the line’s direction', () => {
    expect(typed('He said "yes"', { ...house, dir: 'ltr' })).toBe('He said “yes”')
  })
  it('writes the digits of the house style, but not in Latin names and addresses', () => {
    expect(typed('عام 2026 في Boeing 737 وB52', { ...house, digits: 'arab' })).toBe('عام ٢٠٢٦ في Boeing ٧٣٧ وB52')
    expect(typed('example.org/2026', { ...house, digits: 'arab' })).toBe('example.org/2026')
    expect(typed('عام ٢٠٢٦', { ...house, digits: 'latn' })).toBe('عام 2026')
  })
  it('changes nothing if the house style asks for nothing', () => {
    const none: Typography = { digits: 'as-typed', quotes: false, dashes: false, dir: 'rtl' }
    expect(typed('"أ"...--1٢', none)).toBe('"أ"...--1٢')
  })
})
