import type { AnyBlock, Block, ContainerBlock, Figure, TextBlock } from './block.ts'
import type { Inline, Text } from './inline.ts'
import { traitsOf } from './traits.ts'
import { isContainerType, isTextType } from './block-types.ts'

/** @returns whether an inline is text, not an inline element. */
export function isText(inline: Inline): inline is Text {
  return typeof inline.text === 'string'
}

/** @returns the child blocks of a container, in order; empty for any other block. */
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

/** @returns the separator of a block's children in plain text. */
export function delimiterOf(block: AnyBlock): '\n' | '\t' {
  return isContainer(block) ? traitsOf(block.type).delimiter : '\n'
}

/** @returns every line of a document, at any depth, in reading order. */
export function textBlocks(document: readonly Block[]): TextBlock[] {
  const visit = (block: AnyBlock): TextBlock[] =>
    isTextBlock(block) ? [block] : childBlocks(block).flatMap((child) => visit(child))
  return document.flatMap(visit)
}

/** @returns every figure of a document in reading order, including those in galleries. */
export function figures(document: readonly Block[]): Figure[] {
  const visit = (block: AnyBlock): Figure[] =>
    block.type === 'figure' ? [block] : childBlocks(block).flatMap((child) => visit(child))
  return document.flatMap(visit)
}

/** @returns every block of a document, at any depth, each before those inside it. */
export function allBlocks(document: readonly Block[]): AnyBlock[] {
  const visit = (block: AnyBlock): AnyBlock[] => [block, ...childBlocks(block).flatMap((child) => visit(child))]
  return document.flatMap(visit)
}
