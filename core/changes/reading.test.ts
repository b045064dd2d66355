import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../article/article.ts'
import type { Block } from '../article/block.ts'
import { figure, gallery, head, list, newArticle, paragraph, quote, subhead, table } from '../article/factories.ts'
import { blockText } from '../article/plain-text.ts'
import { difference } from './reading.ts'

const withBlocks = (...blocks: Block[]): Article =>
  newArticle('a1', () => 'h', [head('headline', () => 'h', 'عنوان'), ...blocks])
const lines = (...texts: [id: string, text: string][]): Article =>
  withBlocks(...texts.map(([id, text]) => paragraph(() => id, text)))

const changes = (from: Article, to: Article): string[] =>
  difference(from, to).blocks.map(({ id, change, isMoved }) => `${id} ${change}${isMoved ? ' moved' : ''}`)

/** Makes the same sequence of ids for every version of a block. */
const ids = (prefix: string) => {
  let count = 0
  return () => `${prefix}${(count += 1)}`
}
const aspects = (from: Block, to: Block) => difference(withBlocks(from), withBlocks(to)).blocks.at(-1)?.aspects

describe('difference', () => {
  it('reports added, removed, changed and moved blocks', () => {
    const from = lines(['p1', 'أول'], ['p2', 'ثان'], ['p3', 'ثالث'], ['p4', 'رابع'])
    const to = lines(['p4', 'رابع'], ['p1', 'أول'], ['p3', 'ثالث جديد'], ['p5', 'خامس'])
    expect(changes(from, to)).toEqual(['h same', 'p4 same moved', 'p1 same', 'p2 removed', 'p3 changed', 'p5 added'])
    expect(changes(from, from)).toEqual(['h same', 'p1 same', 'p2 same', 'p3 same', 'p4 same'])
  })
  it('reports a block that was both moved and changed', () => {
    const from = lines(['p1', 'أول'], ['p2', 'ثان'], ['p3', 'ثالث'])
    expect(changes(from, lines(['p3', 'ثالث معدّل'], ['p1', 'أول'], ['p2', 'ثان']))).toEqual([
      'h same',
      'p3 changed moved',
      'p1 same',
      'p2 same',
    ])
  })
  it('lists a removed block where it stood, also at the start and the end', () => {
    const from = lines(['p1', 'أول'], ['p2', 'ثان'], ['p3', 'ثالث'])
    expect(changes(from, lines(['p2', 'ثان']))).toEqual(['h same', 'p1 removed', 'p2 same', 'p3 removed'])
  })
  it('contains both documents completely', () => {
    const document = fc
      .uniqueArray(fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6'))
      .chain((order) => fc.tuple(...order.map((id) => fc.tuple(fc.constant(id), fc.constantFrom('أ', 'ب', 'أ ب')))))
    fc.assert(
      fc.property(document, document, (before, after) => {
        const [from, to] = [lines(...before), lines(...after)]
        const { blocks } = difference(from, to)
        expect(blocks.flatMap(({ to: block }) => block ?? [])).toEqual(to.document)
        // A paragraph whose words went into the one before it was joined to it, and is no block of its own.
        const old = blocks.flatMap(({ words }) => words.filter(({ change }) => change !== 'added'))
        const letters = (texts: readonly string[]): string[] => texts.join('').replaceAll(' ', '').split('').toSorted()
        expect(letters(old.map(({ text }) => text))).toEqual(letters(from.document.map(blockText)))
        // Removed blocks and blocks that did not move are in their old order.
        const inOrder = blocks.flatMap(({ from: block, isMoved }) => (block === null || isMoved ? [] : [block]))
        expect(inOrder).toEqual(from.document.filter((block) => inOrder.includes(block)))
      }),
    )
  })
  it('lists the metadata fields that changed, with both values', () => {
    const from = lines()
    const to = { ...from, metadata: { ...from.metadata, section: 'سياسة', keywords: ['نفط'], house: 'x' } }
    expect(difference(from, to).fields).toEqual([
      { field: 'section', from: '', to: 'سياسة' },
      { field: 'keywords', from: [], to: ['نفط'] },
      { field: 'house', from: undefined, to: 'x' },
    ])
    expect(difference(from, from).fields).toEqual([])
  })
})

describe('changes besides the words', () => {
  const text = (children: unknown[], fields: object = {}): Block =>
    ({ ...paragraph(() => 'p', ''), children, ...fields }) as Block

  it.each<[string, Block, Block, string[]]>([
    ['bold', text([{ text: 'أول ثان' }]), text([{ text: 'أول ' }, { text: 'ثان', bold: true }]), ['bold']],
    [
      'a link',
      text([{ text: 'أول' }]),
      text([{ text: '' }, { type: 'link', url: 'https://a.example', children: [{ text: 'أول' }] }, { text: '' }]),
      ['link'],
    ],
    [
      'the address of a link',
      text([{ type: 'link', url: 'https://a.example', children: [{ text: 'أول' }] }]),
      text([{ type: 'link', url: 'https://b.example', children: [{ text: 'أول' }] }]),
      ['address'],
    ],
    ['an isolate', text([{ text: 'C++' }]), text([{ type: 'ltr', children: [{ text: 'C++' }] }]), ['isolate']],
    ['a mark of a later version', text([{ text: 'أ' }]), text([{ text: 'أ', glow: true }]), ['other']],
    ['the direction', text([{ text: 'أ' }]), text([{ text: 'أ' }], { dir: 'ltr' }), ['direction']],
    ['the kind', text([{ text: 'أ' }]), subhead(() => 'p', 'أ'), ['kind']],
    ['the level', subhead(() => 'p', 'أ', 2), subhead(() => 'p', 'أ', 3), ['level']],
    ['the kind of a list', list(ids('l'), false, ['أ']), list(ids('l'), true, ['أ']), ['list']],
    ['the header of a table', table(ids('t'), [['أ']]), { ...table(ids('t'), [['أ']]), header: false }, ['header']],
    ['the alternative text of a picture', figure(ids('f')), figure(ids('f'), { alt: 'وصف' }), ['alt']],
    ['a comment', text([{ text: 'أ' }]), text([{ text: 'أ', 'comment:c1': true }]), ['rest']],
    ['an unknown field', text([{ text: 'أ' }]), text([{ text: 'أ' }], { later: 1 }), ['rest']],
  ])('%s', (_name, from, to, expected) => {
    expect(aspects(from, to)).toEqual(expected)
  })

  it('include a picture, also in a gallery', () => {
    const asset = {
      hash: 'a'.repeat(64),
      mediaType: 'image/jpeg',
      width: 10,
      height: 10,
      size: 10,
      name: 'a.jpg',
    } as const
    const other = { ...asset, hash: 'b'.repeat(64) }
    expect(aspects(figure(ids('f'), { asset }), figure(ids('f'), { asset: other }))).toEqual(['picture'])
    const [first, second] = [figure(ids('a'), { asset }), figure(ids('b'), { asset: other })]
    const [both, one] = [gallery(() => 'g', [first, second]), gallery(() => 'g', [first])]
    expect(aspects(both, one)).toEqual(['picture'])
  })
  it('are none when only words changed', () => {
    expect(aspects(text([{ text: 'أول', bold: true }]), text([{ text: 'أول ثان', bold: true }]))).toEqual([])
    expect(aspects(quote(ids('q'), 'قول', 'قائل'), quote(ids('q'), 'قول آخر', 'قائل'))).toEqual([])
  })
})
