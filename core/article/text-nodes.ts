import type { AnyBlock, Block, ContainerBlock, Figure, TextBlock } from './block.ts'
import type { Inline, Text } from './inline.ts'
import { traitsOf } from './traits.ts'
import { isContainerType, isTextType } from './block-types.ts'

/** @returns whether an inline is a run of text, and not an element. */
export function isText(inline: Inline): inline is Text {
  return typeof inline.text === 'string'
}

/** @returns the blocks inside a block, in order; none for a block of text. */
export function childBlocks(block: AnyBlock): readonly AnyBlock[] {
  return isContainer(block) ? block.children : []
}

/** @returns whether a block holds other blocks. */
export function isContainer(block: AnyBlock): block is ContainerBlock {
  return isContainerType(block.type)
}

/** @returns whether a block's children are text and inline elements. */
export function isTextBlock(block: AnyBlock): block is TextBlock {
  return isTextType(block.type)
}

/** @returns what parts the blocks inside a block in plain text. */
export function jointOf(block: AnyBlock): '\n' | '\t' {
  return isContainer(block) ? traitsOf(block.type).joint : '\n'
}

/** @returns every block of text of a document, in reading order. */
export function textBlocks(document: readonly Block[]): TextBlock[] {
  const visit = (block: AnyBlock): TextBlock[] =>
    isTextBlock(block) ? [block] : childBlocks(block).flatMap((child) => visit(child))
  return document.flatMap(visit)
}

/** @returns every figure of a document, those of galleries included, in reading order. */
export function figures(document: readonly Block[]): Figure[] {
  const visit = (block: AnyBlock): Figure[] =>
    block.type === 'figure' ? [block] : childBlocks(block).flatMap((child) => visit(child))
  return document.flatMap(visit)
}
