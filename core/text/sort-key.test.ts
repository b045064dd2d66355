import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortKey } from './sort-key.ts'

const compare = (one: string, other: string): number => {
  const [first, second] = [Buffer.from(sortKey(one)), Buffer.from(sortKey(other))]
  return Math.sign(Buffer.compare(first, second))
}

describe('the sort key', () => {
  it('sorts as the collation of CLDR does for Arabic', () => {
    const { compare: reference } = new Intl.Collator('ar', { sensitivity: 'base' })
    const letters = 'ءاأإآؤئبپتةثجچحخدذرزژسشصضطظعغفڤقكگلمنهويى019٣٧abzAÉ'
    const word = fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 1, maxLength: 5 })
    const line = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(line, line, (one, other) => {
        expect(compare(one, other)).toBe(Math.sign(reference(one, other)))
      }),
      { numRuns: 2000 },
    )
  })

  it('ignores harakat, tatweel, quotation marks and direction marks', () => {
    for (const written of ['أَحْمَدُ', 'أحمـد', '«أحمد»', '\u2067احمد\u2069', ' أحمد…']) {
      expect(compare(written, 'احمد')).toBe(0)
    }
  })

  it('puts what has no word last', () => {
    const headlines = ['', 'يوم', 'zebra', '7 أيام', 'أب', '…']
    expect(headlines.toSorted(compare)).toEqual(['7 أيام', 'أب', 'يوم', 'zebra', '', '…'])
  })
})
