import type { Element } from 'hast'
import { h } from 'hastscript'
import type { AnyBlock, TextBlock } from '../../../../article/block.ts'
import { walkOf, type WalkedBlock } from '../../../walk/walk.ts'
import type { HtmlContext } from '../context.ts'
import { inlinesToHtml } from '../inlines.ts'
import { correctionToHtml } from './correction.ts'
import { figureToHtml } from './figure.ts'
import { embedToHtml, relatedToHtml } from './links.ts'
import { listToHtml } from './list.ts'
import { properties, separated, type HtmlWalk } from './properties.ts'
import { tableToHtml } from './table.ts'

/** A handler that puts a block's inlines into one element. */
function text(name: string, className?: string) {
  return (block: TextBlock, context: HtmlContext): Element[] => [
    h(name, properties(block, context, className), inlinesToHtml(block.children, block.dir)),
  ]
}

/** A handler that puts a block's blocks into one element; without any it is nothing to publish. */
function container(name: string, className?: string) {
  return (
    block: AnyBlock & { readonly children: readonly WalkedBlock[] },
    context: HtmlContext,
    walk: HtmlWalk,
  ): Element[] => {
    const content = walk(block.children, context)
    return content.length === 0 ? [] : [h(name, properties(block, context, className), separated(content))]
  }
}

/** Writes one element for each block that has something to publish, in the order of the blocks. */
export const blocksToHtml: HtmlWalk = walkOf<Element, HtmlContext>({
  kicker: text('p', 'kicker'),
  headline: text('h1'),
  deck: text('p', 'deck'),
  byline: text('p', 'byline'),
  dateline: text('p', 'dateline'),
  paragraph: text('p'),
  subhead: (block, context) => text(`h${block.level}`)(block, context),
  quote: container('blockquote'),
  attribution: text('p', 'attribution'),
  pullquote: (block, context) => [
    h('aside', properties(block, context, 'pullquote'), separated([h('p', inlinesToHtml(block.children, block.dir))])),
  ],
  correction: correctionToHtml,
  list: listToHtml,
  figure: figureToHtml,
  gallery: container('div', 'gallery'),
  embed: embedToHtml,
  factbox: container('aside', 'factbox'),
  'factbox-title': text('h3', 'factbox-title'),
  related: relatedToHtml,
  table: tableToHtml,
  separator: () => [h('hr')],
  caption: text('p', 'caption'),
  credit: text('p', 'credit'),
})
