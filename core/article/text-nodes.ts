import type { AnyBlock, Block, TextBlock } from './block.ts'
import type { Inline, Text } from './inline.ts'

/** @returns whether an inline is a run of text, and not an element. */
export function isText(inline: Inline): inline is Text {
  return typeof inline.text === 'string'
}

/** @returns the blocks inside a block, in order; none for a block of text. */
export function childBlocks(block: AnyBlock): readonly AnyBlock[] {
  return block.type === 'quote' || block.type === 'list' || block.type === 'figure' ? block.children : []
}

/** @returns whether a block's children are text and inline elements. */
export function isTextBlock(block: AnyBlock): block is TextBlock {
  return block.type !== 'unknown' && childBlocks(block).length === 0
}

/** @returns every block of text of a document, in reading order. */
export function textBlocks(document: readonly Block[]): TextBlock[] {
  const visit = (block: AnyBlock): TextBlock[] =>
    isTextBlock(block) ? [block] : childBlocks(block).flatMap((child) => visit(child))
  return document.flatMap(visit)
}
