import { beforeEach, describe, expect, it } from 'vitest'
import { partHarakat, type GlyphNames } from './part-harakat.ts'

let said: string[] = []
beforeEach(() => {
  said = []
})

/** A font whose glyphs 00A0 to 00A9 are marks, and 0006 the alif of lam-alif. */
const font: GlyphNames = {
  isWidthless: (glyph) => /^(?:00A\d|0006)$/u.test(glyph),
  isLetter: (glyph) => !glyph.startsWith('00A'),
  nameLetter: (glyph, character) => void said.push(`${glyph} ${character}`),
  hideMark: (glyph) => void said.push(`${glyph} hidden`),
  widen: (glyph) => void said.push(`${glyph} widened`),
}

const part = (...lines: string[]): string[] =>
  partHarakat(lines.join('\n'), (name) => (name === 'F4' ? font : null)).split('\n')

const START = ['BT', '/ReversedChars BMC', '/F4 16 Tf', '1 0 0 -1 100 50 Tm']
const END = ['EMC', 'ET']

describe('partHarakat', () => {
  it('draws a letter where it was, and its mark where that was, at the end', () => {
    const span = ['/Span<</ActualText <FEFF0647064E> >> BDC', '6.5 2.25 Td <00A1> Tj', '-2.5 -2.25 Td <01F5> Tj', 'EMC']
    expect(part(...START, '<0003> Tj', ...span, '8 0 Td <0004> Tj', ...END)).toEqual([
      ...[...START, '<0003> Tj', '4 0 Td <01F5> Tj', '8 0 Td <0004> Tj', 'EMC'],
      ...['/Span<</ActualText <FEFF> >> BDC', '/F4 16 Tf', '1 0 0 -1 106.5 47.75 Tm', '<00A1> Tj', 'EMC', 'ET'],
    ])
    expect(said).toEqual(['01F5 ه', '00A1 hidden'])
  })
  it('keeps what chooses the font and the place inside a span', () => {
    const inside = ['/F4 16 Tf', '1 0 0 -1 100 50 Tm', '3 1 Td <00A1> Tj', '-3 -1 Td <01F5> Tj']
    const parted = part(
      'BT',
      '/ReversedChars BMC',
      '/Span<</ActualText <FEFF0647064E> >> BDC',
      ...inside,
      'EMC',
      ...END,
    )
    expect(parted.slice(2, 5)).toEqual(['/F4 16 Tf', '1 0 0 -1 100 50 Tm', '0 0 Td <01F5> Tj'])
    expect(parted).toContain('1 0 0 -1 103 49 Tm')
  })
  it('finds the letter first in a line from left to right, and goes on from where the mark was', () => {
    const span = ['/Span<</ActualText <FEFF00650301> >> BDC', '4 0 Td <0055> Tj', '2 1 Td <00A1> Tj', 'EMC']
    const [font16, place] = [START[2] ?? '', START[3] ?? '']
    expect(part('BT', font16, place, ...span, '6 -1 Td <0056> Tj', 'ET').slice(3, 6)).toEqual([
      ...['4 0 Td <0055> Tj', '2 1 Td', '6 -1 Td <0056> Tj'],
    ])
    expect(said).toEqual(['0055 e', '00A1 hidden'])
  })
  it('gives the alif of lam-alif some room, which moves no other', () => {
    expect(part(...START, '3.5 0 Td <000601B5> Tj', '8 0 Td <0006> Tj', ...END)).toEqual([
      ...[...START, '3.5 0 Td <0006> Tj', '0 0 Td <01B5> Tj', '8 0 Td <0006> Tj', ...END],
    ])
    expect(said).toEqual(['0006 widened', '0006 widened'])
  })
  it.each([
    [
      'a ligature of several letters',
      ['/Span<</ActualText <FEFF064406270650> >> BDC', '1 1 Td <00A1> Tj', '-1 -1 Td <0300> Tj'],
    ],
    [
      'two glyphs that both take room',
      ['/Span<</ActualText <FEFF0647064E> >> BDC', '1 0 Td <0300> Tj', '2 0 Td <0301> Tj'],
    ],
    ['one glyph', ['/Span<</ActualText <FEFF06270653> >> BDC', '1 0 Td <0300> Tj']],
    [
      'another font',
      ['/F9 16 Tf', '/Span<</ActualText <FEFF0647064E> >> BDC', '1 1 Td <00A1> Tj', '-1 -1 Td <0300> Tj'],
    ],
  ])('leaves %s as it is', (_what, lines) => {
    const all = [...START, ...lines, 'EMC', ...END]
    expect(part(...all)).toEqual(all)
    expect(said).toEqual([])
  })
})
