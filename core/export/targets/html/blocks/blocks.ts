import type { Element } from 'hast'
import { h } from '../../../fields/html-element.ts'
import type { AnyBlock, TextBlock } from '../../../../article/block.ts'
import { isTextType } from '../../../../article/block-types.ts'
import { blockNames, type NamedType } from '../../../../article/block-names.ts'
import { walkOf, type Handlers, type WalkedBlock } from '../../../walk/walk.ts'
import type { HtmlContext } from '../context.ts'
import { inlinesToHtml } from '../inlines.ts'
import { correctionToHtml } from './correction.ts'
import { figureToHtml } from './figure.ts'
import { embedToHtml, relatedToHtml } from './links.ts'
import { listToHtml } from './list.ts'
import { properties, separated, type HtmlWalk } from './properties.ts'
import { tableToHtml } from './table.ts'

/** @returns a handler that writes a text block as one element. */
function text(name: string, className?: string) {
  return (block: TextBlock, context: HtmlContext): Element[] => [
    h(name, properties(block, context, className), inlinesToHtml(block.children, block.dir)),
  ]
}

/** @returns a handler that writes a container as one element, or nothing if its blocks are blank. */
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

type Named = Pick<Handlers<Element, HtmlContext>, NamedType>

/** The blocks that `BLOCK_NAMES` describes in full. */
const named = Object.fromEntries(
  blockNames().map(([type, { element, className }]) => [
    type,
    isTextType(type) ? text(element, className) : container(element, className),
  ]),
) as unknown as Named

/** Writes one element for each block that has something to publish, in the order of the blocks. */
export const blocksToHtml: HtmlWalk = walkOf<Element, HtmlContext>({
  ...named,
  subhead: (block, context) => text(`h${block.level}`)(block, context),
  pullquote: (block, context) => [
    h('aside', properties(block, context, 'pullquote'), separated([h('p', inlinesToHtml(block.children, block.dir))])),
  ],
  correction: correctionToHtml,
  list: listToHtml,
  figure: figureToHtml,
  embed: embedToHtml,
  related: relatedToHtml,
  table: tableToHtml,
  separator: () => [h('hr')],
})
