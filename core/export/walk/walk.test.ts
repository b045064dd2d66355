import { describe, expect, it } from 'vitest'
import { counter } from '../../../tests/support/articles.ts'
import { everyBlock } from '../../../tests/support/every-block.ts'
import type { Block } from '../../article/block.ts'
import { embed, emptyBlock, factbox, paragraph, subhead, table } from '../../article/factories.ts'
import { walkOf, type Handlers } from './walk.ts'

const id = counter('walk')

const name = ({ type }: { type: string }): string[] => [type]

/** Writes the type of each block, and the blocks inside the containers that hand them on. */
const NAMES: Handlers<string, null> = {
  ...{ kicker: name, headline: name, deck: name, byline: name, dateline: name, paragraph: name, subhead: name },
  quote: (block, context, walk) => [block.type, ...walk(block.children, context)],
  ...{ attribution: name, pullquote: name, correction: name, list: name, figure: name },
  gallery: (block, context, walk) => [block.type, ...walk(block.children, context)],
  embed: name,
  factbox: (block, context, walk) => [block.type, ...walk(block.children, context)],
  ...{ 'factbox-title': name, related: name, table: name, verse: name, hemistich: name, separator: name },
  ...{ caption: name, credit: name },
}
const names = (...blocks: Block[]): string[] => walkOf(NAMES)(blocks, null)

describe('walkOf', () => {
  it('writes blocks in their order, and those inside where a handler asks for them', () => {
    expect(names(subhead(id, 'أ'), factbox(id, 'ب', ['ج', 'د']), paragraph(id, 'هـ'))).toEqual([
      'subhead',
      'factbox',
      'factbox-title',
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })
  it('meets every type of block that an article can have', () => {
    const types = new Set(everyBlock().map(({ type }) => type))
    const written = new Set(names(...everyBlock()))
    expect([...types].filter((type) => !written.has(type))).toEqual([])
  })
  it.each<[string, Block]>([
    ['a line without a character', paragraph(id)],
    ['a table of spaces', table(id, [[' ', '']])],
    ['a verse without words', emptyBlock('verse', id)],
    ['an embed without an address', { ...embed(id, 'https://example.org', 'نص'), url: '' }],
    [
      'a block of a later version',
      { ...{ id: 'u', dir: 'rtl', type: 'unknown', original: 1 }, children: [{ text: '' }] },
    ],
  ])('leaves out %s', (_what, block) => {
    expect(names(block)).toEqual([])
  })
})
