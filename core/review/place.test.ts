import { describe, expect, it } from 'vitest'
import type { Article } from '../article/article.ts'
import type { Block } from '../article/block.ts'
import { head, newArticle } from '../article/factories.ts'
import { anchorOf, liesIn } from './anchor-words.ts'
import type { Anchor, WordsAnchor } from './anchor.ts'
import { foundAnchor, placeOf } from './place.ts'

const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, dir: 'rtl', children: [{ text }] })
const article = (...blocks: Block[]): Article =>
  newArticle('a1', () => 'h1', [head('headline', () => 'h1', 'عنوان الخبر'), ...blocks])

const FIRST = paragraph('p1', 'وصل الوفد إلى بغداد مساء أمس.')
const SECOND = paragraph('p2', 'وقال الوزير إن المحادثات بدأت.')
const BASE = article(FIRST, SECOND)

function anchor(start: [string, number], end: [string, number], text = BASE): WordsAnchor {
  const found = anchorOf(text, { block: start[0], at: start[1] }, { block: end[0], at: end[1] })
  if (found === null) throw new Error('No words lie there')
  return found
}

/** «إلى بغداد» */
const WORDS = anchor(['p1', 10], ['p1', 19])
const place = (present: Article, of: Anchor = WORDS) => placeOf(of, BASE, present)

describe('an anchor', () => {
  it('holds the words, those around them, and their place', () => {
    expect(WORDS).toEqual({
      ...{ on: 'words', start: { block: 'p1', at: 10 }, end: { block: 'p1', at: 19 } },
      ...{ quote: 'إلى بغداد', before: 'وصل الوفد ', after: ' مساء أمس.' },
    })
  })

  it('goes over several lines', () => {
    expect(anchor(['p1', 20], ['p2', 4])).toMatchObject({
      quote: 'مساء أمس.\nوقال',
      after: ' الوزير إن المحادثات بدأت.',
    })
  })

  it('is none where no word is, the places are not in order or not in the text, or a character is divided', () => {
    const of = (start: [string, number], end: [string, number], text = BASE) =>
      anchorOf(text, { block: start[0], at: start[1] }, { block: end[0], at: end[1] })
    expect(of(['p1', 3], ['p1', 4])).toBeNull()
    expect(of(['p1', 9], ['p1', 4])).toBeNull()
    expect(of(['p2', 0], ['p1', 4])).toBeNull()
    expect(of(['p1', 0], ['p1', 31])).toBeNull()
    expect(of(['p9', 0], ['p9', 1])).toBeNull()
    expect(of(['p1', 0], ['p1', 3], article(paragraph('p1', 'أ😀ب')))).toMatchObject({ quote: 'أ😀' })
    expect(of(['p1', 0], ['p1', 2], article(paragraph('p1', 'أ😀ب')))).toBeNull()
  })

  it('lies only in a text that has its words in its place', () => {
    expect(liesIn(WORDS, BASE)).toBe(true)
    expect(liesIn({ ...WORDS, quote: 'إلى بيروت' }, BASE)).toBe(false)
    expect(liesIn(WORDS, article(SECOND))).toBe(false)
    expect([liesIn({ on: 'block', block: 'p2' }, BASE), liesIn({ on: 'block', block: 'p9' }, BASE)]).toEqual([
      true,
      false,
    ])
    expect(liesIn({ on: 'article' }, BASE)).toBe(true)
  })
})

describe('the place of a thread', () => {
  it('follows its words when text comes before them, and into another block by a split', () => {
    expect(place(article(paragraph('p1', 'أمس وصل الوفد إلى بغداد مساء أمس.'), SECOND))).toEqual({
      ...{ on: 'words', parts: [{ block: 'p1', start: 14, end: 23 }] },
    })
    const split = article(paragraph('p1', 'وصل الوفد'), paragraph('p3', 'إلى بغداد مساء أمس.'), SECOND)
    expect(place(split)).toEqual({ on: 'words', parts: [{ block: 'p3', start: 0, end: 9 }] })
  })

  it('is where a moved block is, and in several lines for words of several', () => {
    expect(place(article(SECOND, FIRST))).toEqual({ on: 'words', parts: [{ block: 'p1', start: 10, end: 19 }] })
    expect(place(BASE, anchor(['p1', 20], ['p2', 4]))).toEqual({
      on: 'words',
      parts: [
        { block: 'p1', start: 20, end: 29 },
        { block: 'p2', start: 0, end: 4 },
      ],
    })
  })

  it('is the words that are left of it', () => {
    expect(place(article(paragraph('p1', 'وصل الوفد إلى مساء أمس.'), SECOND))).toEqual({
      ...{ on: 'words', parts: [{ block: 'p1', start: 10, end: 14 }] },
    })
  })

  it('is the block when the words are gone, the article when the block is, and the words again once they are back', () => {
    const shorter = article(paragraph('p1', 'وصل الوفد مساء أمس.'), SECOND)
    expect(place(shorter)).toEqual({ on: 'block', block: 'p1', isGone: true })
    expect(place(article(SECOND))).toEqual({ on: 'article', isGone: true })
    expect(place(BASE)).toEqual({ on: 'words', parts: [{ block: 'p1', start: 10, end: 19 }] })
  })

  it('is where the words were pasted, if what stands around them came along', () => {
    const pasted = paragraph('p7', 'وصل الوفد إلى بغداد مساء أمس.')
    expect(place(article(SECOND, pasted))).toEqual({ on: 'words', parts: [{ block: 'p7', start: 10, end: 19 }] })
    expect(place(article(SECOND, paragraph('p7', 'السفر إلى بغداد صعب.')))).toEqual({ on: 'article', isGone: true })
  })

  it('is the first of several places where the words were pasted, or the one that has all that stood around them', () => {
    const pasted = paragraph('p7', 'وصل الوفد إلى بغداد مساء أمس.')
    expect(place(article(SECOND, pasted, { ...pasted, id: 'p8' }))).toEqual({
      ...{ on: 'words', parts: [{ block: 'p7', start: 10, end: 19 }] },
    })
    const shorter = paragraph('p6', 'إلى بغداد مساء أمس.')
    expect(place(article(SECOND, shorter, pasted))).toEqual({
      ...{ on: 'words', parts: [{ block: 'p7', start: 10, end: 19 }] },
    })
  })

  it('is not at equal words that stood elsewhere before', () => {
    const twice = article(FIRST, SECOND, { ...FIRST, id: 'p3' })
    const of = anchor(['p1', 10], ['p1', 19], twice)
    expect(placeOf(of, twice, article(SECOND, { ...FIRST, id: 'p3' }))).toEqual({ on: 'article', isGone: true })
    const copied = article(SECOND, { ...FIRST, id: 'p3' }, { ...FIRST, id: 'p4' })
    expect(placeOf(of, twice, copied)).toEqual({ on: 'words', parts: [{ block: 'p4', start: 10, end: 19 }] })
  })

  it('of a block is the block, also where it was moved to', () => {
    const of: Anchor = { on: 'block', block: 'p2' }
    expect(place(article(SECOND, FIRST), of)).toEqual({ on: 'block', block: 'p2', isGone: false })
    expect(place(article(FIRST), of)).toEqual({ on: 'article', isGone: true })
    expect(place(article(FIRST), { on: 'article' })).toEqual({ on: 'article', isGone: false })
  })
})

it('finds an anchor in a text by its words and what stood around them, else its block, else the article', () => {
  const grown = article(paragraph('p1', 'أمس وصل الوفد إلى بغداد مساء أمس.'), SECOND)
  expect(foundAnchor(WORDS, BASE)).toEqual(WORDS)
  expect(foundAnchor(WORDS, grown)).toMatchObject({ start: { block: 'p1', at: 14 }, quote: 'إلى بغداد' })
  expect(foundAnchor(WORDS, article(paragraph('p1', 'وصل الوفد.')))).toEqual({ on: 'block', block: 'p1' })
  expect(foundAnchor(WORDS, article(SECOND))).toEqual({ on: 'article' })
  expect(foundAnchor({ on: 'block', block: 'p2' }, BASE)).toEqual({ on: 'block', block: 'p2' })
  expect(foundAnchor({ on: 'block', block: 'p9' }, BASE)).toEqual({ on: 'article' })
})
