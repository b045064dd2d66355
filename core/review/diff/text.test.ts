import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffText } from './text.ts'

const arabic = fc.string({
  unit: fc.constantFrom('ا', 'ل', 'ب', 'ت', 'ي', 'َ', 'ّ', 'ـ', '\u200C', ' ', '\n', '،', '-', '1', 'a'),
  maxLength: 40,
})
const side = (parts: ReturnType<typeof diffText>, without: string): string[] =>
  parts.filter(({ change }) => change !== without).map(({ text }) => text)

describe('diffText', () => {
  it('changes whole words, with their harakat, so that none is cut in its joining', () => {
    expect(diffText('قالَ الوزيرُ أمس', 'قالَ الوزراءُ أمس')).toEqual([
      { text: 'قالَ ', change: 'same' },
      { text: 'الوزيرُ', change: 'removed' },
      { text: 'الوزراءُ', change: 'added' },
      { text: ' أمس', change: 'same' },
    ])
  })
  it('tells a replaced phrase in one piece', () => {
    expect(diffText('أعلن وزير المالية أمس القرار', 'أعلن رئيس الحكومة أمس القرار')).toEqual([
      { text: 'أعلن ', change: 'same' },
      { text: 'وزير المالية', change: 'removed' },
      { text: 'رئيس الحكومة', change: 'added' },
      { text: ' أمس القرار', change: 'same' },
    ])
  })
  it('does not join what stands on two lines', () => {
    expect(diffText('أول\nثان', 'ثالث\nرابع')).toEqual([
      { text: 'أول', change: 'removed' },
      { text: 'ثالث', change: 'added' },
      { text: '\n', change: 'same' },
      { text: 'ثان', change: 'removed' },
      { text: 'رابع', change: 'added' },
    ])
  })
  it('takes texts that share too little as two texts', () => {
    const from = Array.from({ length: 1200 }, (_, index) => `ا${index}`).join(' ')
    const to = Array.from({ length: 1200 }, (_, index) => `ب${index}`).join(' ')
    expect(diffText(from, to)).toEqual([
      { text: from, change: 'removed' },
      { text: to, change: 'added' },
    ])
  })
  it('says nothing of nothing', () => {
    expect(diffText('', '')).toEqual([])
    expect(diffText('', 'نص')).toEqual([{ text: 'نص', change: 'added' }])
  })
  it('gives both texts back', () => {
    const check = (from: string, to: string): void => {
      const parts = diffText(from, to)
      expect(side(parts, 'added').join('')).toBe(from)
      expect(side(parts, 'removed').join('')).toBe(to)
    }
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), check))
    fc.assert(fc.property(arabic, arabic, check))
  })
  it('never cuts within a word', () => {
    const inWord = /^[\p{L}\p{M}\p{N}\u0640\u200C\u200D]$/u
    fc.assert(
      fc.property(arabic, arabic, (from, to) => {
        const parts = diffText(from, to)
        for (const pieces of [side(parts, 'added'), side(parts, 'removed')]) {
          for (const [index, piece] of pieces.entries()) {
            const isCut = inWord.test(pieces[index - 1]?.at(-1) ?? '') && inWord.test(piece.at(0) ?? '')
            // Two neighbours of one change, such as removed and removed again, would be one piece.
            expect(isCut, JSON.stringify([from, to])).toBe(false)
          }
        }
      }),
    )
  })
})
