import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt, highlight, type Stretch } from './highlight.ts'
import { searchTerms } from './search-terms.ts'

/** Hits in square brackets: a failure is then read at a glance. */
const marked = (stretches: readonly Stretch[]): string =>
  stretches.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')
const mark = (text: string, typed: string): string => marked(highlight(text, searchTerms(typed)))

describe('highlight', () => {
  it.each([
    ['زار أَحْمَدُ المدينة', 'احمد', 'زار [أَحْمَدُ] المدينة'],
    ['زار احمد المدينة', 'أَحْمَد ', 'زار [احمد] المدينة'],
    ['في مـــداد الصحافة', 'مداد', 'في [مـــداد] الصحافة'],
    ['محمــ قال', 'محم', '[محمــ] قال'],
    ['لقاح «كوفيد-19» الجديد', 'كوفيد-19', 'لقاح «[كوفيد-19]» الجديد'],
    ['كوفيد وحده، و19 وحدها', 'كوفيد-19', 'كوفيد وحده، و19 وحدها'],
    ['عام ٢٠٢٠ و2020', '2020', 'عام [٢٠٢٠] و2020'],
    ['الساعة ٤ و4', '٤ ', 'الساعة [٤] و4'],
    ['قالت Reuters أمس', 'reuters', 'قالت [Reuters] أمس'],
    ['قالت \u2068Reuters\u2069\u200F، أمس', 'reuters ', 'قالت \u2068[Reuters]\u2069\u200F، أمس'],
    ['في «أح\u200Fمد» حرف خفي', 'احمد', 'في «[أح\u200Fمد]» حرف خفي'],
    ['النبي ﷺ قال', 'عليه ', 'النبي [ﷺ] قال'],
    ['بحث دور بلاده، ولها دور', '«دور بلاده»', 'بحث [دور بلاده]، ولها دور'],
    ['بحث دَورَ  بِلادِه', '"دور بلاده"', 'بحث [دَورَ  بِلادِه]'],
    ['الوزراء مع الوزير', '"الوزير"', 'الوزراء مع [الوزير]'],
    ['الوزراء مع الوزير', 'وزير ', '[الوزراء] مع [الوزير]'],
    ['بلادهم وبلاد', '«دور بلا', 'بلادهم وبلاد'],
    ['دور بلادهم وبلاد', '«دور بلا', '[دور بلادهم] وبلاد'],
    ['الصحيفة صحت', 'الصح', '[الصحيفة] صحت'],
    ['لا شيء', '؟!', 'لا شيء'],
    ['', 'أحمد', ''],
  ])('marks in «%s» what «%s» finds', (text, typed, result) => {
    expect(mark(text, typed)).toBe(result)
  })

  it('matches longer words only while the last word is being typed', () => {
    expect(mark('كتابة وكاتب', 'كتا')).toBe('[كتابة] وكاتب')
    expect(mark('كتابة وكاتب', 'كتا ')).toBe('كتابة وكاتب')
  })

  it('keeps every letter of the text', () => {
    const piece = fc.constantFrom('أَحْمَدُ', 'احمد', ' ', 'ـ', '\u200F', 'ﷺ', '½', '-19', 'كوفيد', '«', '\n', '😀', 'x')
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (text, typed) => {
        const whole = text.join('')
        const stretches = highlight(whole, searchTerms(typed.join('')))
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(whole)
        expect(stretches.every((stretch) => stretch.text !== '')).toBe(true)
      }),
    )
  })
})

describe('excerpt', () => {
  const words = (count: number): string => Array.from({ length: count }, () => 'كلمة').join(' ')

  it('is the whole of a short text, and null without a hit', () => {
    expect(marked(excerpt('قال أحمد', searchTerms('احمد'))?.stretches ?? [])).toBe('قال [أحمد]')
    expect(excerpt('قال أحمد', searchTerms('سعاد'))).toBeNull()
    expect(excerpt('قال أحمد', [])).toBeNull()
  })

  it('cuts a long text between words around the first hit, and keeps a phrase whole', () => {
    const found = excerpt(`${words(40)} دور بلاده ${words(80)}`, searchTerms('«دور بلاده»'))
    expect(marked(found?.stretches ?? [])).toBe(`… ${words(7)} [دور بلاده] ${words(32)} …`)
  })

  it('counts the terms that a text has', () => {
    expect(excerpt('قال أحمد ثم أحمد', searchTerms('احمد سعاد '))?.terms).toBe(1)
    expect(excerpt('قال أحمد لسعاد', searchTerms('احمد لسعاد '))?.terms).toBe(2)
  })
})
