import { describe, expect, it } from 'vitest'
import { trimEndOf, trimOf } from './trim.ts'

describe('a text', () => {
  it('loses what is unwanted at its end alone', () => {
    expect(trimEndOf(' أ ب  ', / /u)).toBe(' أ ب')
    expect(trimEndOf('---', /-/u)).toBe('')
    expect(trimEndOf('', /-/u)).toBe('')
  })
  it('loses whole characters', () => {
    expect(trimEndOf('كلمة\u{E0001}\u00AD', /\p{Cf}/u)).toBe('كلمة')
    expect(trimEndOf('كلمة😀', /\p{Cf}/u)).toBe('كلمة😀')
    expect(trimEndOf('\uDC00\uD83D', /-/u)).toBe('\uDC00\uD83D')
  })
  it('loses what is unwanted at both edges', () => {
    expect(trimOf('\t أ\tب \t', /[ \t]/u)).toBe('أ\tب')
    expect(trimOf(' \u00A0 ', / /u)).toBe('\u00A0')
  })
})
