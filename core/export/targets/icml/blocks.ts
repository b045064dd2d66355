import type { AnyBlock, Embed, Factbox, Figure, List, Related, TextBlock } from '../../../article/block.ts'
import { isOrderedItem } from '../../../article/blocks/list.ts'
import type { Inline } from '../../../article/inline.ts'
import { isText } from '../../../article/text-nodes.ts'
import { x, type Xml } from '../../xml.ts'
import type { IcmlContext } from './context.ts'
import { characters, inlinesToIcml } from './inlines.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { pictureFrame } from './picture.ts'
import { tableToIcml } from './table.ts'

type BlockOf<T extends AnyBlock['type']> = Extract<AnyBlock, { type: T }>
type Handlers = { [T in AnyBlock['type']]: (block: BlockOf<T>, context: IcmlContext) => Xml[] }

/** A handler that makes one paragraph of a style. */
function styled(style: string) {
  return (block: TextBlock, context: IcmlContext): Xml[] => textParagraph(style, block, context)
}

function within(block: AnyBlock & { children: readonly AnyBlock[] }, context: IcmlContext): Xml[] {
  return blocksToIcml(block.children, context)
}

/** The first item of each run of numbers begins to count anew. */
function list(block: List, context: IcmlContext, styles: readonly [string, string]): Xml[] {
  const seen = new Set<number>()
  return block.children.flatMap((item) => {
    const depth = item.depth ?? 0
    const ordered = isOrderedItem(block, item)
    for (const deeper of seen) if (deeper > depth) seen.delete(deeper)
    const begins = ordered && !seen.has(depth)
    seen.add(depth)
    const level = depth === 0 ? {} : { NumberingLevel: depth + 1 }
    const start = begins ? { NumberingContinue: 'false', NumberingStartAt: 1 } : {}
    return textParagraph(styles[ordered ? 1 : 0], item, context, { ...level, ...start })
  })
}

function figure(block: Figure, context: IcmlContext): Xml[] {
  const frame = block.asset === undefined ? null : pictureFrame(block.asset, block.alt, context)
  const picture = frame === null ? [] : [paragraph('Picture', block.dir, [frame], context)]
  return [...picture, ...within(block, context)]
}

/** An address as a paragraph, under its own words or under itself. */
function address(style: string, url: string, words: readonly Inline[], block: AnyBlock, context: IcmlContext): Xml {
  const children = words.flatMap((each) => (isText(each) ? [each] : each.children))
  const shown = children.every(({ text }) => text.trim() === '') ? [{ text: url }] : children
  const content = inlinesToIcml([{ type: 'link', url, children: shown }], block.dir, context)
  return paragraph(style, block.dir, content, context)
}

function embed(block: Embed, context: IcmlContext): Xml[] {
  return block.url === '' ? [] : [address('Embed', block.url, [], block, context), ...within(block, context)]
}

function related(block: Related, context: IcmlContext): Xml[] {
  return block.children.flatMap((item) =>
    item.url === ''
      ? textParagraph('Related', item, context)
      : [address('Related', item.url, item.children, item, context)],
  )
}

function factbox(block: Factbox, context: IcmlContext): Xml[] {
  return block.children.flatMap((child) => {
    if (child.type === 'list') return list(child, context, ['Factbox list', 'Numbered list'])
    return textParagraph(child.type === 'factbox-title' ? 'Factbox title' : 'Factbox', child, context)
  })
}

const handlers: Handlers = {
  kicker: styled('Kicker'),
  headline: styled('Headline'),
  deck: styled('Deck'),
  byline: styled('Byline'),
  dateline: styled('Dateline'),
  paragraph: styled('Body'),
  subhead: (block, context) => textParagraph(`Subhead ${block.level}`, block, context),
  quote: (block, context) =>
    block.children.flatMap((child) =>
      textParagraph(child.type === 'attribution' ? 'Attribution' : 'Quote', child, context),
    ),
  attribution: styled('Attribution'),
  pullquote: styled('Pull quote'),
  correction: (block, context) => [
    ...(block.date === undefined
      ? []
      : [paragraph('Correction date', block.dir, [characters([x('Content', {}, block.date)])], context)]),
    ...textParagraph('Correction', block, context),
  ],
  list: (block, context) => list(block, context, ['Bullet list', 'Numbered list']),
  'list-item': styled('Bullet list'),
  figure,
  gallery: within,
  embed,
  factbox,
  'factbox-title': styled('Factbox title'),
  related,
  'related-item': styled('Related'),
  table: tableToIcml,
  'table-row': within,
  'table-cell': styled('Table'),
  separator: ({ dir }, context) => [paragraph('Separator', dir, [characters([x('Content', {}, '* * *')])], context)],
  caption: styled('Caption'),
  credit: styled('Credit'),
  /** Kept in `article.json` alone; the checklist warns of it. */
  unknown: () => [],
}

function blockToIcml<T extends AnyBlock['type']>(block: BlockOf<T>, context: IcmlContext): Xml[] {
  const handler: Handlers[T] = handlers[block.type]
  return handler(block, context)
}

/** @returns the paragraphs of the blocks, in their order. */
export function blocksToIcml(blocks: readonly AnyBlock[], context: IcmlContext): Xml[] {
  return blocks.flatMap((block) => blockToIcml(block, context))
}
