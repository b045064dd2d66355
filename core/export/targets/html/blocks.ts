import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import type { AnyBlock, Figure } from '../../../article/block.ts'
import { blockLanguage, type HtmlContext } from './context.ts'
import { inlinesToHtml } from './inlines.ts'

type BlockOf<T extends AnyBlock['type']> = Extract<AnyBlock, { type: T }>
type Handlers = { [T in AnyBlock['type']]: (block: BlockOf<T>, context: HtmlContext) => Element | null }
type InlineBlock = BlockOf<'headline' | 'paragraph' | 'subhead' | 'list-item' | 'caption'>

/** What every block's element carries. */
function properties(block: AnyBlock, context: HtmlContext): Properties {
  return { id: block.id, dir: block.dir, lang: blockLanguage(block.dir, context.language) }
}

/** Newlines between blocks: the words of two blocks must not fuse when somebody strips the elements. */
export function separated(elements: readonly Element[]): ElementContent[] {
  return elements
    .flatMap((element): ElementContent[] => [{ type: 'text', value: '\n' }, element])
    .concat(elements.length === 0 ? [] : [{ type: 'text', value: '\n' }])
}

/** A handler that puts a block's inlines into one element; an empty block is nothing to publish. */
function text(name: string, className?: string) {
  return (block: { children: InlineBlock['children'] } & AnyBlock, context: HtmlContext): Element | null => {
    const content = inlinesToHtml(block.children)
    if (content.length === 0) return null
    return h(name, { ...properties(block, context), ...(className === undefined ? {} : { className }) }, content)
  }
}

function container(name: string, block: AnyBlock, children: readonly AnyBlock[], context: HtmlContext): Element | null {
  const content = blocksToHtml(children, context)
  return content.length === 0 ? null : h(name, properties(block, context), separated(content))
}

/** A picture lies in the package or in the page itself. An address elsewhere would tell that place who reads. */
const PICTURE_SRC = /^(?:images\/[\w.-]+$|cid:[\w.@-]+$|data:image\/)/u

function image(block: Figure, context: HtmlContext): Element | null {
  const src = block.asset === null ? null : context.images(block.asset.hash)
  if (block.asset === null || src === null || !PICTURE_SRC.test(src)) return null
  return h('img', { src, alt: block.alt, width: block.asset.width, height: block.asset.height })
}

function figure(block: Figure, context: HtmlContext): Element | null {
  const picture = image(block, context)
  const words = blocksToHtml(block.children, context)
  if (picture === null && words.length === 0) return null
  const caption = words.length === 0 ? [] : [h('figcaption', separated(words))]
  return h('figure', properties(block, context), separated([...(picture === null ? [] : [picture]), ...caption]))
}

const handlers: Handlers = {
  kicker: text('p', 'kicker'),
  headline: text('h1'),
  deck: text('p', 'deck'),
  byline: text('p', 'byline'),
  dateline: text('p', 'dateline'),
  paragraph: text('p'),
  subhead: (block, context) => text(block.level === 2 ? 'h2' : 'h3')(block, context),
  quote: (block, context) => container('blockquote', block, block.children, context),
  attribution: text('p', 'attribution'),
  list: (block, context) => container(block.ordered ? 'ol' : 'ul', block, block.children, context),
  'list-item': text('li'),
  figure,
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
