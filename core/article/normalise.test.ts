import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleSchema } from './article.ts'
import { newArticle, paragraph } from './factories.ts'
import { normaliseDocument } from './normalise.ts'
import { parseArticle } from './parse.ts'

function counter(): () => string {
  let count = 0
  return () => `n${(count += 1)}`
}
const normal = (...blocks: unknown[]) => normaliseDocument(blocks, counter())
const headline = { type: 'headline', id: 'h', dir: 'rtl', children: [{ text: 'ع' }] }
const line = (type: string, id: string, text: string) => ({ type, id, dir: 'rtl', children: [{ text }] })

describe('the head', () => {
  it('is put in order and gets a headline', () => {
    expect(normal(line('paragraph', 'p', 'س'), line('deck', 'd', 'م'), line('kicker', 'k', 'ك'))).toEqual([
      line('kicker', 'k', 'ك'),
      { type: 'headline', id: 'n1', dir: 'rtl', children: [{ text: '' }] },
      line('deck', 'd', 'م'),
      line('paragraph', 'p', 'س'),
    ])
  })
  it('keeps the first of two equal fields and makes the second a paragraph', () => {
    expect(normal(headline, line('paragraph', 'p', 'س'), line('headline', 'h2', 'آخر'))[2]).toEqual(
      line('paragraph', 'h2', 'آخر'),
    )
  })
  it('is followed by at least one block', () => {
    expect(normal(headline)).toEqual([headline, line('paragraph', 'n1', '')])
  })
})

describe('blocks', () => {
  it('get missing ids and directions, and a new id where another block has theirs', () => {
    const bare = { type: 'paragraph', children: [{ text: 'أ' }] }
    expect(normal(headline, bare, line('paragraph', 'h', 'ب'))).toEqual([
      headline,
      { ...bare, id: 'n1', dir: 'rtl' },
      line('paragraph', 'n2', 'ب'),
    ])
  })
  it('of a later version are kept whole', () => {
    const poll = { type: 'poll', id: 'x', votes: [1, { deep: true }], children: [] }
    expect(normal(headline, poll)[1]).toEqual({
      type: 'unknown',
      id: 'x',
      dir: 'rtl',
      original: poll,
      children: [{ text: '' }],
    })
  })
  it('of a figure are a caption and a credit; other children move after it', () => {
    const figure = {
      type: 'figure',
      id: 'f',
      dir: 'ltr',
      alt: '',
      children: [line('credit', 'c', 'مصدر')],
    }
    expect(normal(headline, figure)[1]).toEqual({
      ...figure,
      children: [{ ...line('caption', 'n1', ''), dir: 'ltr' }, line('credit', 'c', 'مصدر')],
    })
    // Format 1 wrote null for a figure without a picture.
    expect(normal(headline, { ...figure, asset: null })[1]).not.toHaveProperty('asset')
    const crowded = { ...figure, children: ['a', 'b', 'c'].map((id) => line('paragraph', id, id)) }
    expect(normal(headline, crowded).slice(1)).toEqual([
      { ...figure, children: [line('caption', 'a', 'a'), line('credit', 'b', 'b')] },
      line('paragraph', 'c', 'c'),
    ])
  })
  it('keep a figure whose picture has an unknown type whole', () => {
    const figure = { type: 'figure', id: 'f', dir: 'rtl', asset: { mediaType: 'image/avif' }, alt: '', children: [] }
    expect(normal(headline, figure)[1]).toMatchObject({ type: 'unknown', original: figure })
  })
  it('of a quote end with an attribution', () => {
    const quote = { type: 'quote', id: 'q', dir: 'rtl', children: [line('list-item', 'i', 'قول')] }
    expect(normal(headline, quote)[1]).toEqual({
      ...quote,
      children: [line('paragraph', 'i', 'قول'), line('attribution', 'n1', '')],
    })
  })
  it('that may only be nested become paragraphs at the top level', () => {
    expect(normal(headline, line('caption', 'c', 'تعليق'))[1]).toEqual(line('paragraph', 'c', 'تعليق'))
  })
})

describe('containers', () => {
  it('of a table have rows of equal length', () => {
    const cell = (id: string, text: string) => line('table-cell', id, text)
    const row = (id: string, ...children: unknown[]) => ({ type: 'table-row', id, dir: 'rtl', children })
    const table = { type: 'table', id: 't', dir: 'rtl', header: true, children: [row('r', cell('a', 'أ')), row('s')] }
    const wide = { ...table, children: [row('r', cell('a', 'أ'), cell('b', 'ب')), row('s', cell('c', 'ج'))] }
    expect(normal(headline, wide)[1]).toEqual({
      ...wide,
      children: [wide.children[0], row('s', cell('c', 'ج'), line('table-cell', 'n1', ''))],
    })
    expect(normal(headline, row('r', cell('a', 'أ')))[1]).toEqual(line('paragraph', 'a', 'أ'))
  })
  it('of a list nest one level at a time', () => {
    const item = (id: string, depth?: number) => ({ ...line('list-item', id, id), ...(depth ? { depth } : {}) })
    const list = {
      type: 'list',
      id: 'l',
      dir: 'rtl',
      ordered: false,
      children: [item('a', 2), item('b', 3), item('c')],
    }
    expect(normal(headline, list)[1]).toEqual({ ...list, children: [item('a'), item('b', 1), item('c')] })
  })
  it('of a factbox are a title, then paragraphs and lists', () => {
    const list = { type: 'list', id: 'l', dir: 'rtl', ordered: true, children: [line('list-item', 'i', 'بند')] }
    const box = { type: 'factbox', id: 'f', dir: 'rtl', children: [list, line('subhead', 's', 'سطر')] }
    expect(normal(headline, box)[1]).toEqual({
      ...box,
      children: [line('factbox-title', 'n1', ''), list, line('paragraph', 's', 'سطر')],
    })
  })
  it('that are galleries hold only figures; a gallery without one is dissolved', () => {
    const stray = { type: 'gallery', id: 'g', dir: 'rtl', children: [line('paragraph', 'p', 'نص')] }
    expect(normal(headline, stray)[1]).toEqual(line('paragraph', 'p', 'نص'))
  })
  it('that an older version wrapped in unknown are unwrapped', () => {
    const original = { type: 'pullquote', children: [{ text: 'قول' }] }
    const kept = { type: 'unknown', id: 'u', dir: 'rtl', original, children: [{ text: '' }] }
    expect(normal(headline, kept)[1]).toEqual(line('pullquote', 'u', 'قول'))
  })
})
describe('lines', () => {
  const inlinesOf = (...children: unknown[]) => normal(headline, { type: 'paragraph', id: 'p', children })[1]?.children
  it('merge neighbouring texts with equal marks and drop empty texts', () => {
    expect(inlinesOf({ text: 'أ' }, { text: 'ب' }, { text: '' }, { bold: true, text: 'ج' })).toEqual([
      { text: 'أب' },
      { bold: true, text: 'ج' },
    ])
  })
  it('have a text on both sides of an inline element', () => {
    const isolate = { type: 'ltr', children: [{ text: 'BBC' }] }
    expect(inlinesOf(isolate)).toEqual([{ text: '' }, isolate, { text: '' }])
  })
  it('lose a link with an unsafe address and keep its words', () => {
    expect(inlinesOf({ type: 'link', url: 'javascript:alert(1)', children: [{ text: 'اضغط' }] })).toEqual([
      { text: 'اضغط' },
    ])
  })
  it('keep unknown marks and unknown inline elements', () => {
    const strange = { type: 'mention', who: 'x', children: [] }
    expect(inlinesOf({ text: 'أ', 'comment:1': true, bold: 'yes' }, strange)).toEqual([
      { text: 'أ', 'comment:1': true },
      { type: 'unknown-inline', original: strange, children: [{ text: '' }] },
      { text: '' },
    ])
  })
  it('replace a lone surrogate, which UTF-8 cannot encode', () => {
    expect(inlinesOf({ text: 'أ\uD83D' })).toEqual([{ text: 'أ\uFFFD' }])
  })
})

const marks = fc.record({ bold: fc.constantFrom(true, false, 1) }, { requiredKeys: [] })
const text = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 4 }), marks)
  .map(([words, own]) => ({ text: words, ...own }))
const types = fc.constantFrom(
  ...['kicker', 'headline', 'deck', 'paragraph', 'subhead', 'quote', 'attribution', 'list', 'list-item', 'figure'],
  ...['caption', 'credit', 'unknown', 'link', 'ltr', 'unknown-inline', 'poll', 'gallery', 'embed', 'factbox'],
  ...['factbox-title', 'related', 'related-item', 'table', 'table-row', 'table-cell', 'separator', 'pullquote'],
)
const anyNode = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.jsonValue({ maxDepth: 1 }),
    fc.record(
      {
        type: types,
        id: fc.constantFrom('a', 'b', '', 7),
        dir: fc.constantFrom('rtl', 'ltr', 'auto'),
        url: fc.constantFrom('https://example.org', 'javascript:1'),
        level: fc.constantFrom(2, 3, 9),
        ordered: fc.boolean(),
        depth: fc.integer({ min: -1, max: 7 }),
        header: fc.constantFrom(true, 1),
        original: fc.jsonValue({ maxDepth: 1 }),
        asset: fc.constantFrom(null, { mediaType: 'x' }),
        children: fc.array(tie('node'), { maxLength: 4 }),
      },
      { requiredKeys: ['type'] },
    ),
  ),
})).node

describe('any JSON', () => {
  it('becomes a valid article, and normalising it again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyNode, { maxLength: 6 }), (nodes) => {
        const once = normaliseDocument(nodes, counter())
        expect(articleSchema.safeParse(newArticle('a', counter(), once)).error).toBeUndefined()
        expect(normaliseDocument(once, counter())).toStrictEqual(once)
        expect(JSON.stringify(normaliseDocument(once, counter()))).toBe(JSON.stringify(once))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('parseArticle', () => {
  const article = newArticle('a', counter(), [
    { type: 'headline', id: 'h', dir: 'rtl', children: [{ text: 'ع' }] },
    paragraph(() => 'p', 'نص'),
  ])
  it('reads back what JSON.stringify wrote', () => {
    expect(parseArticle(JSON.parse(JSON.stringify(article)), counter())).toStrictEqual(article)
  })
  it('distinguishes a newer format from something that is no article', () => {
    expect(() => parseArticle({ ...article, schemaVersion: 3 }, counter())).toThrow('newer-version')
    expect(() => parseArticle({ ...article, metadata: 5 }, counter())).toThrow('not-an-article: metadata')
    expect(() => parseArticle([], counter())).toThrow('not-an-article')
  })
  it('refuses nesting that would exhaust the stack', () => {
    let deep: unknown = {}
    for (let depth = 0; depth < 200_000; depth += 1) deep = [deep]
    expect(() => parseArticle({ ...article, document: [{ type: 'poll', deep }] }, counter())).toThrow('nested too deep')
  })
})
