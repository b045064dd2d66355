import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortestEdit } from './shortest-edit.ts'
import { compareTexts as diff } from './compare-texts.ts'

const arabic = fc.string({
  unit: fc.constantFrom('ا', 'ل', 'ب', 'ت', 'ي', 'َ', 'ّ', 'ـ', '\u200C', ' ', '\n', '،', '-', '1', 'a'),
  maxLength: 40,
})
const side = (parts: ReturnType<typeof diff>, without: string): string[] =>
  parts.filter(({ change }) => change !== without).map(({ text }) => text)

const compare = (from: string, to: string): ReturnType<typeof diff> => diff(from, to, 'rtl')

describe('compare', () => {
  it('changes whole words with their harakat, and never cuts joined letters apart', () => {
    expect(compare('قالَ الوزيرُ أمس', 'قالَ الوزراءُ أمس')).toEqual([
      { text: 'قالَ ', change: 'same' },
      { text: 'الوزيرُ', change: 'removed' },
      { text: 'الوزراءُ', change: 'added' },
      { text: ' أمس', change: 'same' },
    ])
  })
  it('reports a replaced phrase as one piece', () => {
    expect(compare('أعلن وزير المالية أمس القرار', 'أعلن رئيس الحكومة أمس القرار')).toEqual([
      { text: 'أعلن ', change: 'same' },
      { text: 'وزير المالية', change: 'removed' },
      { text: 'رئيس الحكومة', change: 'added' },
      { text: ' أمس القرار', change: 'same' },
    ])
  })
  it('counts a full stop to the added sentence, and a space to the added word before it', () => {
    expect(compare('قال. مضى.', 'قال. مضى. وعاد.')).toEqual([
      { text: 'قال. مضى.', change: 'same' },
      { text: ' وعاد.', change: 'added' },
    ])
    expect(compare('قال. ومضى. وعاد.', 'قال. وعاد.')).toEqual([
      { text: 'قال. ', change: 'same' },
      { text: 'ومضى. ', change: 'removed' },
      { text: 'وعاد.', change: 'same' },
    ])
    expect(compare('قال إن', 'قال أمس إن')).toEqual([
      { text: 'قال ', change: 'same' },
      { text: 'أمس ', change: 'added' },
      { text: 'إن', change: 'same' },
    ])
  })
  it('treats a telephone number as one word in a right-to-left line, and as several in a left-to-right one', () => {
    expect(diff('الرقم +964 770 123.', 'الرقم +964 770 124.', 'rtl')).toEqual([
      { text: 'الرقم ', change: 'same' },
      { text: '+964 770 123', change: 'removed' },
      { text: '+964 770 124', change: 'added' },
      { text: '.', change: 'same' },
    ])
    expect(diff('Call +964 770 123', 'Call +964 770 124', 'ltr')).toEqual([
      { text: 'Call +964 770 ', change: 'same' },
      { text: '123', change: 'removed' },
      { text: '124', change: 'added' },
    ])
  })
  it('does not merge replacements across a line break', () => {
    expect(compare('أول\nثان', 'ثالث\nرابع')).toEqual([
      { text: 'أول', change: 'removed' },
      { text: 'ثالث', change: 'added' },
      { text: '\n', change: 'same' },
      { text: 'ثان', change: 'removed' },
      { text: 'رابع', change: 'added' },
    ])
  })
  it('shows texts that share too little as wholly replaced', () => {
    const from = Array.from({ length: 1200 }, (_, index) => `ا${index}`).join(' ')
    const to = Array.from({ length: 1200 }, (_, index) => `ب${index}`).join(' ')
    expect(compare(from, to)).toEqual([
      { text: from, change: 'removed' },
      { text: to, change: 'added' },
    ])
  })
  it('returns nothing for two empty texts', () => {
    expect(compare('', '')).toEqual([])
    expect(compare('', 'نص')).toEqual([{ text: 'نص', change: 'added' }])
  })
  it('keeps the character that stands for objects inside Midad, where it is text', () => {
    expect(compare('أ \uFFFC', '')).toEqual([{ text: 'أ \uFFFC', change: 'removed' }])
  })
  it('contains both texts completely', () => {
    const check = (from: string, to: string): void => {
      const parts = compare(from, to)
      expect(side(parts, 'added').join('')).toBe(from)
      expect(side(parts, 'removed').join('')).toBe(to)
    }
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), check))
    fc.assert(fc.property(arabic, arabic, check))
  })
  it('never cuts inside a word', () => {
    const inWord = /^[\p{L}\p{M}\p{N}\u0640\u200C\u200D]$/u
    fc.assert(
      fc.property(arabic, arabic, (from, to) => {
        const parts = compare(from, to)
        for (const pieces of [side(parts, 'added'), side(parts, 'removed')]) {
          for (const [index, piece] of pieces.entries()) {
            const isCut = inWord.test(pieces[index - 1]?.at(-1) ?? '') && inWord.test(piece.at(0) ?? '')
            expect(isCut, JSON.stringify([from, to])).toBe(false)
          }
        }
      }),
    )
  })
})

describe('shortestEdit', () => {
  /** The length of a longest common subsequence, by the textbook table. */
  function longestShared(from: readonly number[], to: readonly number[]): number {
    let row = to.map(() => 0)
    for (const one of from) {
      const next: number[] = []
      for (const [index, other] of to.entries()) {
        const [before, above] = [next[index - 1] ?? 0, row[index] ?? 0]
        next.push(one === other ? (index === 0 ? 0 : (row[index - 1] ?? 0)) + 1 : Math.max(before, above))
      }
      row = next
    }
    return row.at(-1) ?? 0
  }
  const few = fc.array(fc.nat({ max: 4 }), { maxLength: 30 })

  it('finds the fewest edits, and returns null above the limit', () => {
    fc.assert(
      fc.property(few, few, (from, to) => {
        const fewest = from.length + to.length - 2 * longestShared(from, to)
        const runs = shortestEdit(from, to, fewest) ?? []
        const count = (change: string): number =>
          runs.filter((run) => run.change === change).reduce((sum, { length }) => sum + length, 0)
        expect(count('removed') + count('added')).toBe(fewest)
        expect(count('same') + count('removed')).toBe(from.length)
        expect(count('same') + count('added')).toBe(to.length)
        if (fewest > 0) expect(shortestEdit(from, to, fewest - 1)).toBe(null)
      }),
    )
  })
  it('returns the runs in order', () => {
    expect(shortestEdit([1, 2, 3, 4], [1, 3, 5, 4], 10)).toEqual([
      { change: 'same', length: 1 },
      { change: 'removed', length: 1 },
      { change: 'same', length: 1 },
      { change: 'added', length: 1 },
      { change: 'same', length: 1 },
    ])
  })
})
