import type { AnyBlock, Embed, Factbox, Figure, List, Related, TextBlock } from '../../../article/block.ts'
import { isOrderedItem } from '../../../article/blocks/list.ts'
import type { Inline } from '../../../article/inline.ts'
import { isText } from '../../../article/text-nodes.ts'
import { pageWords } from '../../words.ts'
import { x, type Xml } from '../../xml.ts'
import { blockLanguage } from '../html/context.ts'
import type { DocxContext } from './context.ts'
import { inlinesToDocx } from './inlines.ts'
import { listNumber } from './numbering.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { pictureRun } from './picture.ts'
import { tableToDocx } from './table.ts'

type BlockOf<T extends AnyBlock['type']> = Extract<AnyBlock, { type: T }>
type Handlers = { [T in AnyBlock['type']]: (block: BlockOf<T>, context: DocxContext) => Xml[] }

/** A handler that makes one paragraph of a style. */
function styled(style: string) {
  return (block: TextBlock, context: DocxContext): Xml[] => textParagraph(style, block, context)
}

function within(block: AnyBlock & { children: readonly AnyBlock[] }, context: DocxContext): Xml[] {
  return blocksToDocx(block.children, context)
}

function list(block: List, context: DocxContext, style = 'ListParagraph'): Xml[] {
  const place = context.newList()
  return block.children.flatMap((item) => {
    const depth = item.depth ?? 0
    const ordered = isOrderedItem(block, item)
    return textParagraph(style, item, context, { list: { number: listNumber(place, ordered), depth } })
  })
}

function figure(block: Figure, context: DocxContext): Xml[] {
  const run = block.asset === undefined ? null : pictureRun(block.asset, block.alt, context)
  return [...(run === null ? [] : [paragraph('Figure', block.dir, [run])]), ...within(block, context)]
}

/** An address on a line of its own: nothing is loaded. */
function addressRun(url: string, words: readonly Inline[], block: AnyBlock, context: DocxContext): Xml[] {
  const linked = {
    type: 'link' as const,
    url,
    children: words.flatMap((each) => (isText(each) ? [each] : each.children)),
  }
  const shown: Inline = linked.children.every(({ text }) => text.trim() === '')
    ? { ...linked, children: [{ text: url }] }
    : linked
  return inlinesToDocx([shown], block.dir, context)
}

function embed(block: Embed, context: DocxContext): Xml[] {
  if (block.url === '') return []
  return [paragraph('Embed', block.dir, addressRun(block.url, [], block, context)), ...within(block, context)]
}

function related(block: Related, context: DocxContext): Xml[] {
  return block.children.flatMap((item) =>
    item.url === ''
      ? textParagraph('Related', item, context)
      : [paragraph('Related', item.dir, addressRun(item.url, item.children, item, context))],
  )
}

function factbox(block: Factbox, context: DocxContext): Xml[] {
  return block.children.flatMap((child) => {
    if (child.type === 'list') return list(child, context, 'Factbox')
    return textParagraph(child.type === 'factbox-title' ? 'FactboxTitle' : 'Factbox', child, context)
  })
}

const handlers: Handlers = {
  kicker: styled('Kicker'),
  headline: styled('Headline'),
  deck: styled('Deck'),
  byline: styled('Byline'),
  dateline: styled('Dateline'),
  paragraph: styled(''),
  subhead: (block, context) => textParagraph(block.level === 2 ? 'Heading2' : 'Heading3', block, context),
  quote: (block, context) =>
    block.children.flatMap((child) =>
      textParagraph(child.type === 'attribution' ? 'Attribution' : 'Quote', child, context),
    ),
  attribution: styled('Attribution'),
  pullquote: styled('PullQuote'),
  correction: (block, context) => {
    const words = textParagraph('Correction', block, context)
    if (words.length === 0) return []
    const name = pageWords(blockLanguage(block.dir, context.language)).correction
    const head = block.date === undefined ? name : `${name}: ${block.date}`
    return [
      paragraph('CorrectionDate', block.dir, inlinesToDocx([{ text: head, bold: true }], block.dir, context)),
      ...words,
    ]
  },
  list: (block, context) => list(block, context),
  'list-item': styled('ListParagraph'),
  figure,
  gallery: within,
  embed,
  factbox,
  'factbox-title': styled('FactboxTitle'),
  related,
  'related-item': styled('Related'),
  table: tableToDocx,
  'table-row': within,
  'table-cell': styled('TableText'),
  separator: ({ dir }) => [paragraph('Separator', dir, [x('w:r', {}, x('w:t', {}, '* * *'))], { align: 'center' })],
  caption: styled('Caption'),
  credit: styled('Credit'),
  /** Kept in `article.json` alone; the checklist warns of it. */
  unknown: () => [],
}

function blockToDocx<T extends AnyBlock['type']>(block: BlockOf<T>, context: DocxContext): Xml[] {
  const handler: Handlers[T] = handlers[block.type]
  return handler(block, context)
}

/** @returns the paragraphs and tables of the blocks, in their order. */
export function blocksToDocx(blocks: readonly AnyBlock[], context: DocxContext): Xml[] {
  return blocks.flatMap((block) => blockToDocx(block, context))
}
