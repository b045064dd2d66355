import type { Element, Properties } from 'hast'
import { h } from 'hastscript'
import type { Asset } from '../../../../article/asset.ts'
import type { AnyBlock, Figure } from '../../../../article/block.ts'
import type { HtmlContext } from '../context.ts'
import { inlinesToHtml } from '../inlines.ts'
import { correctionToHtml } from './correction.ts'
import { embedToHtml, relatedToHtml } from './links.ts'
import { listToHtml } from './list.ts'
import { properties, separated } from './properties.ts'
import { tableToHtml } from './table.ts'

type BlockOf<T extends AnyBlock['type']> = Extract<AnyBlock, { type: T }>
type Handlers = { [T in AnyBlock['type']]: (block: BlockOf<T>, context: HtmlContext) => Element | null }
type InlineBlock = BlockOf<'headline'>

/** A handler that puts a block's inlines into one element; an empty block is nothing to publish. */
function text(name: string, className?: string) {
  return (block: { children: InlineBlock['children'] } & AnyBlock, context: HtmlContext): Element | null => {
    const content = inlinesToHtml(block.children, block.dir)
    if (content.length === 0) return null
    return h(name, properties(block, context, className), content)
  }
}

/** A handler that puts a block's blocks into one element; without any it is nothing to publish. */
function container(name: string, className?: string) {
  return (block: AnyBlock & { children: readonly AnyBlock[] }, context: HtmlContext): Element | null => {
    const content = blocksToHtml(block.children, context)
    return content.length === 0 ? null : h(name, properties(block, context, className), separated(content))
  }
}

/** A picture lies in the package or in the page itself. An address elsewhere would tell that place who reads. */
const PICTURE_SRC = /^(?:images\/[\w.-]+$|cid:[\w.@-]+$|data:image\/)/u

/** How wide the page shows a picture: the column of its text, or less on a small screen. */
const SIZES = '(min-width: 38em) 38em, 100vw'

/** @returns what lets a browser choose the smallest file that will do. */
function choices(src: string, asset: Asset, context: HtmlContext): Properties {
  const smaller = (context.smaller?.(asset.hash) ?? []).filter(({ url }) => PICTURE_SRC.test(url))
  if (smaller.length === 0) return {}
  return {
    srcSet: [{ url: src, width: asset.width }, ...smaller].map(({ url, width }) => `${url} ${width}w`).join(', '),
    sizes: SIZES,
  }
}

function image(block: Figure, context: HtmlContext): Element | null {
  const src = block.asset === undefined ? null : context.images(block.asset.hash)
  if (block.asset === undefined || src === null || !PICTURE_SRC.test(src)) return null
  const { width, height } = block.asset
  return h('img', { src, ...choices(src, block.asset, context), alt: block.alt, width, height })
}

function figure(block: Figure, context: HtmlContext): Element | null {
  const picture = image(block, context)
  const words = blocksToHtml(block.children, context)
  if (picture === null && words.length === 0) return null
  const caption = words.length === 0 ? [] : [h('figcaption', separated(words))]
  const date = block.date === undefined ? {} : { dataDate: block.date }
  return h(
    'figure',
    { ...properties(block, context), ...date },
    separated([...(picture === null ? [] : [picture]), ...caption]),
  )
}

const handlers: Handlers = {
  kicker: text('p', 'kicker'),
  headline: text('h1'),
  deck: text('p', 'deck'),
  byline: text('p', 'byline'),
  dateline: text('p', 'dateline'),
  paragraph: text('p'),
  subhead: (block, context) => text(block.level === 2 ? 'h2' : 'h3')(block, context),
  quote: container('blockquote'),
  attribution: text('p', 'attribution'),
  pullquote: (block, context) => {
    const words = inlinesToHtml(block.children, block.dir)
    return words.length === 0 ? null : h('aside', properties(block, context, 'pullquote'), separated([h('p', words)]))
  },
  correction: correctionToHtml,
  list: listToHtml,
  'list-item': text('li'),
  figure,
  gallery: container('div', 'gallery'),
  embed: embedToHtml,
  factbox: container('aside', 'factbox'),
  'factbox-title': text('h3', 'factbox-title'),
  related: relatedToHtml,
  'related-item': text('li'),
  table: tableToHtml,
  'table-row': container('tr'),
  'table-cell': text('td'),
  separator: () => h('hr'),
  caption: text('p', 'caption'),
  credit: text('p', 'credit'),
  /** Kept in `article.json` alone; the checklist warns of it. */
  unknown: () => null,
}

function blockToHtml<T extends AnyBlock['type']>(block: BlockOf<T>, context: HtmlContext): Element | null {
  const handler: Handlers[T] = handlers[block.type]
  return handler(block, context)
}

/** @returns one element per block that has something to publish, in the order of the blocks. */
export function blocksToHtml(blocks: readonly AnyBlock[], context: HtmlContext): Element[] {
  return blocks.map((block) => blockToHtml(block, context)).filter((element) => element !== null)
}
