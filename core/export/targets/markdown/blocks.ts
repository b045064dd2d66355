import type { PhrasingContent, RootContent } from 'mdast'
import type { AnyBlock, Embed, Figure, Related, Table } from '../../../article/block.ts'
import { blockText } from '../../../article/plain-text.ts'
import { attributes, turned, within, type MarkdownContext } from './context.ts'
import { inlinesToMarkdown } from './inlines.ts'
import { listToMarkdown } from './list.ts'

type BlockOf<T extends AnyBlock['type']> = Extract<AnyBlock, { type: T }>
type Handlers = { [T in AnyBlock['type']]: (block: BlockOf<T>, context: MarkdownContext) => RootContent[] }
type TextOnly = AnyBlock & { children: BlockOf<'headline'>['children'] }

function words(block: TextOnly): PhrasingContent[] {
  return inlinesToMarkdown(block.children, block.dir)
}

function heading(depth: 1 | 2 | 3) {
  return (block: TextOnly, context: MarkdownContext): RootContent[] => {
    const children = words(block)
    if (children.length === 0) return []
    const turn = turned(block.dir, context)
    const content: RootContent[] = [{ type: 'heading', depth, children }]
    return turn === '' ? content : within('div', turn, content)
  }
}

function paragraph(block: TextOnly, context: MarkdownContext): RootContent[] {
  const children = words(block)
  if (children.length === 0) return []
  const turn = turned(block.dir, context)
  const content: RootContent[] = [{ type: 'paragraph', children }]
  return turn === '' ? content : within('div', turn, content)
}

/** A line in an element that says what it is. */
function labelled(name: string, className: string) {
  return (block: TextOnly, context: MarkdownContext): RootContent[] => {
    const children = words(block)
    const label = className === '' ? '' : `class="${className}"`
    const content: RootContent[] = children.length === 0 ? [] : [{ type: 'paragraph', children }]
    return within(name, attributes(label, turned(block.dir, context)), content)
  }
}

function container(name: string, className: string) {
  return (block: AnyBlock & { children: readonly AnyBlock[] }, context: MarkdownContext): RootContent[] =>
    within(
      name,
      attributes(`class="${className}"`, turned(block.dir, context)),
      blocksToMarkdown(block.children, context),
    )
}

/** A picture lies beside the file or in it; no address elsewhere. */
const PICTURE_SRC = /^(?:[\w./-]+$|data:image\/)/u

function figure(block: Figure, context: MarkdownContext): RootContent[] {
  const src = block.asset === undefined ? null : context.images(block.asset.hash)
  const image: RootContent[] =
    src === null || !PICTURE_SRC.test(src)
      ? []
      : [{ type: 'paragraph', children: [{ type: 'image', url: src, alt: block.alt.replaceAll(/\s+/gu, ' ') }] }]
  const caption = within('figcaption', '', blocksToMarkdown(block.children, context))
  const date = block.date === undefined ? '' : `data-date="${block.date}"`
  return within('figure', attributes(date, turned(block.dir, context)), [...image, ...caption])
}

function embed(block: Embed, context: MarkdownContext): RootContent[] {
  if (block.url === '') return []
  const link: RootContent = {
    type: 'paragraph',
    children: [{ type: 'link', url: block.url, children: [{ type: 'text', value: block.url }] }],
  }
  const caption = within('figcaption', '', blocksToMarkdown(block.children, context))
  return within('figure', attributes('class="embed"', turned(block.dir, context)), [link, ...caption])
}

function related(block: Related, context: MarkdownContext): RootContent[] {
  const items = block.children.flatMap((item) => {
    // A link cannot stand in a link: the title's own lose their addresses.
    const title = item.children.flatMap(
      (inline) => (inline.type === 'link' ? inline.children : [inline]) as typeof item.children,
    )
    const text = inlinesToMarkdown(title, item.dir)
    const label: PhrasingContent[] = text.length === 0 && item.url !== '' ? [{ type: 'text', value: item.url }] : text
    if (label.length === 0) return []
    const content: PhrasingContent[] = item.url === '' ? label : [{ type: 'link', url: item.url, children: label }]
    return [{ type: 'listItem' as const, spread: false, children: [{ type: 'paragraph' as const, children: content }] }]
  })
  const list: RootContent[] =
    items.length === 0 ? [] : [{ type: 'list', ordered: false, spread: false, children: items }]
  return within('aside', attributes('class="related"', turned(block.dir, context)), list)
}

/** A table always has a row that names the columns; one of ours that does not gets an empty one. */
function table(block: Table, context: MarkdownContext): RootContent[] {
  if (blockText(block).trim() === '') return []
  const rows = block.children.map((row) => ({
    type: 'tableRow' as const,
    children: row.children.map((cell) => ({ type: 'tableCell' as const, children: words(cell) })),
  }))
  const width = block.children[0]?.children.length ?? 0
  const nameless = {
    type: 'tableRow' as const,
    children: Array.from({ length: width }, () => ({ type: 'tableCell' as const, children: [] })),
  }
  const content: RootContent[] = [{ type: 'table', children: block.header ? rows : [nameless, ...rows] }]
  const turn = turned(block.dir, context)
  return turn === '' ? content : within('div', turn, content)
}

const handlers: Handlers = {
  kicker: labelled('div', 'kicker'),
  headline: heading(1),
  deck: labelled('div', 'deck'),
  byline: labelled('div', 'byline'),
  dateline: labelled('div', 'dateline'),
  paragraph,
  subhead: (block, context) => heading(block.level)(block, context),
  quote: (block, context) => {
    const children = blocksToMarkdown(block.children, context)
    const content: RootContent[] =
      children.length === 0
        ? []
        : [{ type: 'blockquote', children: children as Extract<RootContent, { type: 'blockquote' }>['children'] }]
    const turn = turned(block.dir, context)
    return turn === '' ? content : within('div', turn, content)
  },
  attribution: labelled('footer', ''),
  pullquote: labelled('aside', 'pullquote'),
  correction: (block, context) => {
    const date = block.date === undefined ? '' : `data-date="${block.date}"`
    const content: RootContent[] = paragraph({ ...block, type: 'paragraph', dir: context.dir }, context)
    return within('aside', attributes('class="correction"', date, turned(block.dir, context)), content)
  },
  list: listToMarkdown,
  'list-item': paragraph,
  figure,
  gallery: container('div', 'gallery'),
  embed,
  factbox: container('aside', 'factbox'),
  'factbox-title': heading(3),
  related,
  'related-item': paragraph,
  table,
  'table-row': () => [],
  'table-cell': paragraph,
  separator: () => [{ type: 'thematicBreak' }],
  caption: paragraph,
  credit: labelled('div', 'credit'),
  /** Kept in `article.json` alone; the checklist warns of it. */
  unknown: () => [],
}

function blockToMarkdown<T extends AnyBlock['type']>(block: BlockOf<T>, context: MarkdownContext): RootContent[] {
  const handler: Handlers[T] = handlers[block.type]
  return handler(block, context)
}

/** @returns what the blocks are in Markdown, in their order; an empty block is nothing. */
export function blocksToMarkdown(blocks: readonly AnyBlock[], context: MarkdownContext): RootContent[] {
  return blocks.flatMap((block) => blockToMarkdown(block, context))
}
