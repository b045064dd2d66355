import { Node, Path, Transforms, type Editor, type NodeEntry } from 'slate'
import type { Figure, List, Quote, TextBlock } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { paragraph } from '#core/article/factories.ts'
import { isBlock, isTextBlock } from '../query.ts'

type FigureText = 'caption' | 'credit' | 'attribution'

/** @returns an empty line of the kind that completes a quote or a figure, in the direction of its container. */
function emptyLine(type: FigureText, newId: NewId, dir: 'rtl' | 'ltr'): TextBlock {
  return { type, id: newId(), dir, children: [{ text: '' }] }
}

/** Sets the type of one child line, and drops a subhead's level. */
function retype(editor: Editor, path: Path, type: TextBlock['type']): true {
  const node = Node.get(editor, path)
  if ('level' in node) Transforms.unsetNodes(editor, 'level', { at: path })
  Transforms.setNodes<TextBlock>(editor, { type }, { at: path })
  return true
}

/** A block that no container may hold is lifted out after it. */
function evict(editor: Editor, path: Path): true {
  Transforms.moveNodes(editor, { at: path, to: Path.next(Path.parent(path)), voids: true })
  return true
}

/** One or more paragraphs, then one attribution. @returns whether a repair was made. */
export function fixQuote(editor: Editor, [node, path]: NodeEntry<Quote>, newId: NewId): boolean {
  const lastIndex = node.children.length - 1
  for (const [index, child] of (node.children as Node[]).entries()) {
    const at = [...path, index]
    if (!isTextBlock(child)) return isBlock(child) ? evict(editor, at) : false
    const isLast = index === lastIndex
    if (child.type === 'attribution' && isLast) continue
    if (child.type !== 'paragraph') return retype(editor, at, 'paragraph')
  }
  if (node.children[lastIndex]?.type !== 'attribution') {
    Transforms.insertNodes(editor, emptyLine('attribution', newId, node.dir), { at: [...path, lastIndex + 1] })
    return true
  }
  if (lastIndex === 0) {
    Transforms.insertNodes(editor, { ...paragraph(newId), dir: node.dir }, { at: [...path, 0] })
    return true
  }
  return false
}

/** Nothing but items. @returns whether a repair was made. */
export function fixList(editor: Editor, [node, path]: NodeEntry<List>): boolean {
  for (const [index, child] of (node.children as Node[]).entries()) {
    const at = [...path, index]
    if (!isTextBlock(child)) return isBlock(child) ? evict(editor, at) : false
    if (child.type !== 'list-item') return retype(editor, at, 'list-item')
  }
  return false
}

/** A caption, then a credit; whatever else came in goes after the figure. @returns whether a repair was made. */
export function fixFigure(editor: Editor, [node, path]: NodeEntry<Figure>, newId: NewId): boolean {
  const children: Node[] = node.children
  const [first, second, third] = children
  if (third !== undefined) return evict(editor, [...path, 2])
  if (first === undefined || !isTextBlock(first)) return evict(editor, [...path, 0])
  if (first.type === 'credit' && second === undefined) {
    Transforms.insertNodes(editor, emptyLine('caption', newId, node.dir), { at: [...path, 0] })
    return true
  }
  if (first.type !== 'caption') return retype(editor, [...path, 0], 'caption')
  if (second === undefined) {
    Transforms.insertNodes(editor, emptyLine('credit', newId, node.dir), { at: [...path, 1] })
    return true
  }
  if (!isTextBlock(second)) return evict(editor, [...path, 1])
  if (second.type !== 'credit') return retype(editor, [...path, 1], 'credit')
  return false
}
