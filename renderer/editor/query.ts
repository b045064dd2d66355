import { Editor, Element, Node, type Path, type Location, type NodeEntry } from 'slate'
import type { AnyBlock, ContainerBlock, HeadType, TextBlock, VoidBlock } from '#core/article/block.ts'
import {
  headRank,
  isBlockType,
  isContainerType,
  isHeadType,
  isTextType,
  isVoidType,
} from '#core/article/block-types.ts'
import { traitsOf } from '#core/article/traits.ts'
import './slate-types.ts'

/** @returns whether a node is a block, at any depth. */
export function isBlock(node: Node): node is AnyBlock {
  return Element.isElement(node) && isBlockType(node.type)
}

/** @returns whether a node is a line: a block whose children are text and inline elements. */
export function isTextBlock(node: Node): node is TextBlock {
  return isBlock(node) && isTextType(node.type)
}

/** @returns whether a node is a block that the caret cannot enter. */
export function isVoidBlock(node: Node): node is VoidBlock {
  return isBlock(node) && isVoidType(node.type)
}

/** @returns whether a node is a block that holds other blocks. */
export function isContainer(node: Node): node is ContainerBlock {
  return isBlock(node) && isContainerType(node.type)
}

/**
 * @returns whether a node is a line of the body that is not inside a container. Commands can turn it into another type.
 */
export function isPlainBodyBlock(node: Node): boolean {
  return isTextBlock(node) && traitsOf(node.type).place === 'body'
}

/** @returns the line around a location (by default the selection), or null. */
export function textBlockAt(editor: Editor, at: Location | null = editor.selection): NodeEntry<TextBlock> | null {
  if (at === null) return null
  return Editor.above(editor, { at, match: isTextBlock, mode: 'lowest' }) ?? null
}

/** @returns the lines that a location (by default the selection) touches, in order. */
export function textBlocksIn(editor: Editor, at: Location | null = editor.selection): NodeEntry<TextBlock>[] {
  if (at === null) return []
  return [...Editor.nodes(editor, { at, match: isTextBlock, mode: 'lowest' })]
}

/** @returns the container around a block (a quote, list, figure…), or null at the top level. */
export function containerOf(editor: Editor, path: Path): NodeEntry<AnyBlock> | null {
  if (path.length < 2) return null
  const [node, at] = Editor.parent(editor, path)
  return isBlock(node) ? [node, at] : null
}

/** @returns whether a line has neither text nor inline elements. */
export function isEmptyLine(block: TextBlock): boolean {
  const [first, second] = block.children
  return second === undefined && first !== undefined && 'text' in first && first.text === ''
}

/** @returns the nearest ancestor of a given type, or null. */
export function ancestorOf<T extends ContainerBlock['type']>(
  editor: Editor,
  path: Path,
  type: T,
): NodeEntry<Extract<ContainerBlock, { type: T }>> | null {
  for (const [node, at] of Node.ancestors(editor, path, { reverse: true })) {
    if (isBlock(node) && node.type === type) return [node as Extract<ContainerBlock, { type: T }>, at]
  }
  return null
}

/**
 * @returns the index at which a head field of a type stands, or would have to be inserted to keep the head in order.
 */
export function headPlace(children: readonly Node[], type: HeadType): number {
  const index = children.findIndex((node) => {
    const rank = isBlock(node) ? headRank(node.type) : -1
    return rank === -1 || rank >= headRank(type)
  })
  return index === -1 ? children.length : index
}

/** @returns the index of the first block after the head. */
export function bodyStart(children: readonly Node[]): number {
  let index = 0
  while (index < children.length) {
    const child = children[index]
    if (child === undefined || !isBlock(child) || !isHeadType(child.type)) break
    index += 1
  }
  return index
}
