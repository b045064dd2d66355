import { Editor, Element, Node, type Path, type Location, type NodeEntry } from 'slate'
import type { AnyBlock, ContainerBlock, TextBlock } from '#core/article/block.ts'
import { isBlockType, isContainerType, isHeadType, isTextType } from '#core/article/block-types.ts'
import { traitsOf } from '#core/article/traits.ts'
import './slate-types.ts'

/** @returns whether a node is a block, at any depth. */
export function isBlock(node: Node): node is AnyBlock {
  return Element.isElement(node) && isBlockType(node.type)
}

/** @returns whether a node is a block whose children are text and inline elements. */
export function isTextBlock(node: Node): node is TextBlock {
  return isBlock(node) && isTextType(node.type)
}

/** @returns whether a node is a block that holds other blocks. */
export function isContainer(node: Node): node is ContainerBlock {
  return isBlock(node) && isContainerType(node.type)
}

/** @returns whether a block may be turned into another sort of body block by a command. */
export function isPlainBodyBlock(node: Node): boolean {
  return isTextBlock(node) && traitsOf(node.type).place === 'body'
}

/** @returns the text block around a place (the caret when none is given), or null when there is none. */
export function textBlockAt(editor: Editor, at: Location | null = editor.selection): NodeEntry<TextBlock> | null {
  if (at === null) return null
  return Editor.above(editor, { at, match: isTextBlock, mode: 'lowest' }) ?? null
}

/** @returns the text blocks that a range touches, in order. */
export function textBlocksIn(editor: Editor, at: Location | null = editor.selection): NodeEntry<TextBlock>[] {
  if (at === null) return []
  return [...Editor.nodes(editor, { at, match: isTextBlock, mode: 'lowest' })]
}

/** @returns the block above a path that holds it (a quote, list, figure…), or null at the top level. */
export function containerOf(editor: Editor, path: Path): NodeEntry<AnyBlock> | null {
  if (path.length < 2) return null
  const [node, at] = Editor.parent(editor, path)
  return isBlock(node) ? [node, at] : null
}

/** @returns whether a line has neither words nor inline elements. */
export function isEmptyLine(block: TextBlock): boolean {
  const [first, second] = block.children
  return second === undefined && first !== undefined && 'text' in first && first.text === ''
}

/** @returns the nearest block above a path that is of a type, or null. */
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
