import { expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { emptyMetadata } from '#core/article/metadata.ts'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import { countLeftOut } from '#core/export/tracked/left-out.ts'
import { unitedDocument } from '#core/export/tracked/united.ts'
import { EDITION } from '#tests/support/edition.ts'
import { fullArticle } from '#tests/support/full-article.ts'
import { movedAndChanged } from '#tests/support/moved-and-changed.ts'
import { HER, HIM, linesOf } from '#tests/support/tracked-word.ts'
import { outlineOf, throughWord } from '#tests/support/word-round-trip.ts'

const AT = '2026-03-01T08:15:00.000Z'

type Draft = Record<string, unknown>
const paragraph = (id: string, text: string): Draft => ({ type: 'paragraph', id, dir: 'rtl', children: [{ text }] })
const item = (id: string, text: string): Draft => ({ ...paragraph(id, text), type: 'list-item' })
const list = (id: string, ...children: Draft[]): Draft => ({ type: 'list', id, dir: 'rtl', ordered: false, children })

function article(...blocks: Draft[]): Article {
  const headline = { type: 'headline', id: 'h', dir: 'rtl', children: [{ text: 'عنوان' }] }
  const metadata = { ...emptyMetadata(), language: 'ar' }
  return { schemaVersion: 2, id: 'a', metadata, document: [headline, ...blocks] } as unknown as Article
}

const proposals = (...heads: Article[]) => ({
  proposals: heads.map((head, index) => ({ by: [HER, HIM][index] ?? HER, at: AT, head })),
  threads: [],
})

it('words that two people put in one place go out side by side, each under their name', () => {
  const base = article(paragraph('p', 'افتتح المحافظ جسرا جديدا أمس.'))
  const review = proposals(
    article(paragraph('p', 'افتتح المحافظ نفقا جديدا أمس.')),
    article(paragraph('p', 'افتتح المحافظ طريقا أمس.')),
  )
  expect(unitedDocument(base, review).leftOut).toEqual([])
  const xml = new TextDecoder().decode(
    docxParts(base, { edition: EDITION, renditions: () => [], review }).find(({ path }) => path === 'word/document.xml')
      ?.bytes,
  )
  const records = [
    ...xml.matchAll(/<w:(ins|del) [^>]*w:author="([^"]*)"[^>]*><w:r>.*?<w:(?:t|delText)[^>]*>([^<]*)</gu),
  ]
  expect(records.map(([, kind, by, words]) => [kind, by, words])).toEqual([
    ['del', HER, 'جسرا'],
    ['ins', HER, 'نفقا'],
    ['del', HIM, ' جديدا'],
    // Words of two people never grow together.
    ['ins', HIM, ' طريقا'],
  ])
  const read = throughWord(base, review)
  expect(linesOf(read.article)).toEqual(['افتتح المحافظ جسرا جديدا أمس.'])
})

it('paragraphs that two people put into one gap go out one after another', () => {
  const [first, last] = [paragraph('p', 'أولى.'), paragraph('q', 'ثانية.')]
  const base = article(first, last)
  const review = proposals(
    article(first, paragraph('x', 'فقرتها كلها.'), last),
    article(first, paragraph('y', 'فقرته كلها.'), last),
  )
  expect(unitedDocument(base, review).leftOut).toEqual([])
  const read = throughWord(base, review)
  expect(linesOf(read.article)).toEqual(['أولى.', 'ثانية.'])
  expect(read.proposals.map(({ by, head }) => [by, linesOf(head)])).toEqual([
    [HER, ['أولى.', 'فقرتها كلها.', 'ثانية.']],
    [HIM, ['أولى.', 'فقرته كلها.', 'ثانية.']],
  ])
})

const MOVES: Record<string, [Article, Article]> = {
  'a list with a new item': [
    article(list('l', item('i', 'بند أول'), item('j', 'بند ثان')), paragraph('p', 'فقرة.'), paragraph('q', 'أخرى.')),
    article(
      paragraph('p', 'فقرة.'),
      paragraph('q', 'أخرى.'),
      list('l', item('i', 'بند أول'), item('k', 'بند جديد'), item('j', 'بند ثان')),
    ),
  ],
  'a paragraph that is split': [
    article(paragraph('m', 'جملة أولى طويلة. جملة ثانية طويلة.'), paragraph('p', 'فقرة.'), paragraph('q', 'أخرى.')),
    article(
      paragraph('p', 'فقرة.'),
      paragraph('q', 'أخرى.'),
      paragraph('m', 'جملة أولى طويلة.'),
      paragraph('n', ' جملة ثانية طويلة.'),
    ),
  ],
}

it.each(Object.entries(MOVES))('what moves and changes goes out as both texts: %s', (_name, [base, head]) => {
  const review = proposals(head)
  expect(unitedDocument(base, review).leftOut).toEqual([])
  const read = throughWord(base, review)
  expect(outlineOf(read.article)).toEqual(outlineOf(throughWord(base).article))
  expect(read.proposals.map((each) => outlineOf(each.head))).toEqual([outlineOf(throughWord(head).article)])
  const xml = docxParts(base, { edition: EDITION, renditions: () => [], review }).map(({ bytes }) =>
    new TextDecoder().decode(bytes),
  )
  const names = [...xml.join('').matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/gu)].map(([, name]) => name)
  expect(names).toHaveLength(new Set(names).size)
})

it('every block that moves and changes goes out as both texts', () => {
  const base = fullArticle()
  const cases = movedAndChanged(base)
  expect(cases.length).toBeGreaterThan(15)
  for (const { type, head } of cases) {
    const read = throughWord(base, proposals(head))
    expect({ type, leftOut: unitedDocument(base, proposals(head)).leftOut }).toEqual({ type, leftOut: [] })
    expect(outlineOf(read.article)).toEqual(outlineOf(throughWord(base).article))
    expect(outlineOf(read.proposals[0]?.head ?? read.article)).toEqual(outlineOf(throughWord(head).article))
  }
})

it('what Word has no record for is named by its sort', () => {
  const figure = {
    type: 'figure',
    id: 'f',
    dir: 'rtl',
    alt: '',
    children: [
      { type: 'caption', id: 'c', dir: 'rtl', children: [{ text: 'شرح' }] },
      { type: 'credit', id: 'd', dir: 'rtl', children: [{ text: '' }] },
    ],
  }
  const base = article(figure, paragraph('p', 'فقرة كاملة هنا.'), paragraph('q', 'ثانية.'))
  const hers = article({ ...figure, alt: 'وصف' }, paragraph('q', 'ثانية.'))
  const his = article(figure, paragraph('p', 'فقرة قصيرة هنا.'), paragraph('q', 'ثانية.'))
  const slug = { ...hers, metadata: { ...hers.metadata, slug: 'x' } }
  expect(countLeftOut(unitedDocument(base, proposals(slug, his)).leftOut)).toEqual([
    { what: 'clash', count: 1 },
    { what: 'details', count: 1 },
    { what: 'fields', count: 1 },
  ])
})
