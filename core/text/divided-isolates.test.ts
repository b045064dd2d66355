import { describe, expect, it } from 'vitest'
import { gapsAfterDivided, isolatesInPieces, type LinePiece } from './divided-isolates.ts'

const pieces = (...texts: string[]): LinePiece[] => texts.map((text) => ({ text, isApart: false }))

describe('isolatesInPieces', () => {
  it('finds a number that marks divide as one', () => {
    expect(isolatesInPieces(pieces('فاز 3', '-', '1 أمس'), 'rtl')).toEqual([{ start: 4, end: 7, isOverride: false }])
  })
  it('finds two neighbours as two, though a link reaches over both', () => {
    expect(isolatesInPieces(pieces('بين 3', '-1 2', '-0 أمس'), 'rtl')).toEqual([
      { start: 4, end: 7, isOverride: false },
      { start: 8, end: 11, isOverride: false },
    ])
  })
  it('does not reach across what the writer isolated', () => {
    expect(isolatesInPieces([...pieces('بين 3'), { text: '-', isApart: true }, ...pieces('1')], 'rtl')).toEqual([])
  })
})

describe('gapsAfterDivided', () => {
  const gaps = (...texts: string[]): string[] => {
    const line = pieces(...texts)
    return gapsAfterDivided(line, isolatesInPieces(line, 'rtl')).map(({ start, end }) =>
      texts.join('').slice(start, end),
    )
  }
  it.each([
    ['the next number', ['بين 3', '-', '1 2-0 أمس'], [' ']],
    ['the next number in brackets', ['بين 3', '-', '1، (2-0) أمس'], ['، ']],
    ['each of several', ['بين 3', '-', '1 2', '-', '0 4-1'], [' ', ' ']],
    ['digits that need no isolate', ['بين 3', '-', '1 | 20 هدفا'], [' | ']],
  ] as const)('finds what is before %s', (_what, texts, found) => {
    expect(gaps(...texts)).toEqual(found)
  })
  it.each([
    ['an Arabic word follows', ['بين 3', '-', '1 و2-0']],
    ['the line ends', ['بين 3', '-', '1.']],
    ['the number is whole', ['بين 3-1 2-0', ' أمس']],
  ] as const)('finds none where %s', (_what, texts) => {
    expect(gaps(...texts)).toEqual([])
  })
})
