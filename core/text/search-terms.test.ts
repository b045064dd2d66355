import { describe, expect, it } from 'vitest'
import { searchTerms, type Term } from './search-terms.ts'

const word = (...words: string[]): Term => ({ words, isQuoted: false, isOpen: false })
const open = (...words: string[]): Term => ({ words, isQuoted: false, isOpen: true })
const phrase = (...words: string[]): Term => ({ words, isQuoted: true, isOpen: false })

describe('searchTerms', () => {
  it.each<[string, Term[]]>([
    ['', []],
    ['؟! «» ""', []],
    ['أحمد', [open('احمد')]],
    ['أحمد ', [word('احمد')]],
    ['أَحْمَدُ', [open('احمد')]],
    ['محمـ', [open('محم')]],
    ['وزير الصحة', [word('وزير'), open('الصحه')]],
    ['الوزير، قال؟', [word('الوزير'), word('قال')]],
    ['العراق،بريطانيا', [word('العراق'), open('بريطانيا')]],
    ['«دور بلاده»', [phrase('دور', 'بلاده')]],
    ['"دور بلاده" أحمد', [phrase('دور', 'بلاده'), open('احمد')]],
    ['قال «دور بلاده» أمس ', [word('قال'), phrase('دور', 'بلاده'), word('امس')]],
    ['«دور بلا', [{ words: ['دور', 'بلا'], isQuoted: true, isOpen: true }]],
    ['«دور بلا ', [phrase('دور', 'بلا')]],
    ['كوفيد-19', [open('كوفيد', '19')]],
    ['كوفيد-١٩ ', [word('كوفيد', '19')]],
    ['U.S. Reuters', [word('u', 's'), open('reuters')]],
    ['٤', [open('4')]],
    ['\u200Fأحمد\u200F', [open('احمد')]],
    ['ﷺ ', [word('صلي', 'الله', 'عليه', 'وسلم')]],
  ])('reads «%s»', (typed, terms) => {
    expect(searchTerms(typed)).toEqual(terms)
  })
})
