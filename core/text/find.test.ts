import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileFind, FIND_DEFAULTS, wordAround, type FindOptions } from './find.ts'

const found = (text: string, query: string, options: Partial<FindOptions> = {}) =>
  compileFind(query, { ...FIND_DEFAULTS, ...options })(text).map(({ start, end }) => text.slice(start, end))

describe('find', () => {
  it.each([
    ['قال أحمد وإحمد وآحمد', 'احمد', ['أحمد', 'إحمد', 'آحمد']],
    ['مُحَمَّدٌ هنا', 'محمد', ['مُحَمَّدٌ']],
    ['مـــداد', 'مداد', ['مـــداد']],
    ['المدرسة والمدرسه', 'مدرسه', ['مدرسة', 'مدرسه']],
    ['مستشفى', 'مستشفي', ['مستشفى']],
    ['عام ٢٠٢٦ و2026', '2026', ['٢٠٢٦', '2026']],
    ['Reuters REUTERS', 'reuters', ['Reuters', 'REUTERS']],
    ['مسؤول ومسئول', 'مسئول', ['مسؤول', 'مسئول']],
    ['😀 أ', 'ا', ['أ']],
    ['ااا', 'اا', ['اا']],
    ['نص', '', []],
    ['نص', 'َ', []],
  ])('in «%s» of «%s»', (text, query, runs) => {
    expect(found(text, query)).toEqual(runs)
  })
  it('distinguishes spellings once an option is off', () => {
    expect(found('أحمد احمد', 'احمد', { hamza: false })).toEqual(['احمد'])
    expect(found('مدرسة مدرسه', 'مدرسه', { taMarbuta: false })).toEqual(['مدرسه'])
    expect(found('علَم علم', 'علم', { harakat: false })).toEqual(['علم'])
    expect(found('٢ 2', '2', { digits: false })).toEqual(['2'])
    expect(found('a A', 'A', { letterCase: false })).toEqual(['A'])
    expect(found('مداد مـداد', 'مداد', { tatweel: false })).toEqual(['مداد'])
    expect(found('على علي', 'علي', { alefMaksura: false })).toEqual(['علي'])
  })
  it('finds only whole words if asked to', () => {
    expect(found('كتاب الكتاب كتابه، كتاب', 'كتاب', { wholeWord: true })).toEqual(['كتاب', 'كتاب'])
  })
  it.each([
    ['زار العراق أمس', 'العراق', 0],
    ['الشعب العراقيّ', 'العراقيّ', 1],
    ['والعراقيون', 'والعراقيون', 4],
    ['عام العراقِ، 2026', 'العراقِ', 0],
    ['العراقــي', 'العراقــي', 1],
  ])('knows the word around «العراق» in «%s»', (text, word, more) => {
    const [run] = compileFind('العراق', FIND_DEFAULTS)(text)
    expect(run === undefined ? null : wordAround(text, run)).toEqual({ word, more })
  })
  it('finds every text in itself, and never ends within a surrogate pair or before a haraka', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('أب تَّ😀ـa1'), 'ٌ') }),
        fc.string({ unit: fc.constantFrom(...Array.from('ابت😀a')) }),
        (text, query) => {
          for (const { start, end } of compileFind(query, FIND_DEFAULTS)(text)) {
            expect(text.slice(start, end).isWellFormed()).toBe(true)
            expect(text.charAt(end)).not.toMatch(/\p{Mn}/u)
          }
          if (query !== '') expect(compileFind(query, FIND_DEFAULTS)(query)).toHaveLength(1)
        },
      ),
    )
  })
})
