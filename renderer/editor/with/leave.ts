import { Editor, Node, Path, Transforms, type NodeEntry } from 'slate'
import type { ContainerBlock, Direction, TextBlock } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { paragraph } from '#core/article/factories.ts'
import { isTextBlock } from '../query.ts'
import { setLineType } from './set-line-type.ts'

/** Moves the caret to the empty paragraph after a block, and inserts one if there is none. */
export function openParagraph(editor: Editor, container: Path, dir: Direction, newId: NewId): void {
  const next = Path.next(container)
  const node = Node.has(editor, next) ? Node.get(editor, next) : null
  const isWaiting = node !== null && isTextBlock(node) && node.type === 'paragraph' && Node.string(node) === ''
  if (!isWaiting) Transforms.insertNodes(editor, { ...paragraph(newId), dir }, { at: next })
  Transforms.select(editor, Editor.start(editor, next))
}

/** Turns a list item into a paragraph outside the list. The items after it become a second list. */
export function leaveList(editor: Editor, path: Path): void {
  Editor.withoutNormalizing(editor, () => {
    setLineType(editor, 'paragraph', path)
    Transforms.liftNodes(editor, { at: path })
  })
}

/** Outdents a list item. A first-level item leaves the list. */
export function stepOut(editor: Editor, [item, path]: NodeEntry<TextBlock>): void {
  const depth = Number(item['depth'] ?? 0)
  if (depth === 0) leaveList(editor, path)
  else if (depth === 1) Transforms.unsetNodes(editor, ['depth', 'ordered'], { at: path })
  else Transforms.setNodes(editor, { depth: depth - 1 }, { at: path })
}

/** Removes an empty last line from its container and moves the caret to a paragraph after the container. */
export function leaveEmptyLine(editor: Editor, path: Path, dir: Direction, newId: NewId): void {
  const container = Path.parent(path)
  Editor.withoutNormalizing(editor, () => {
    openParagraph(editor, container, dir, newId)
    Transforms.removeNodes(editor, { at: path })
  })
}

/** Replaces an empty container with an empty paragraph and puts the caret in it. */
export function replaceByParagraph(editor: Editor, [{ id, dir }, at]: NodeEntry<ContainerBlock>): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at })
    Transforms.insertNodes(editor, { type: 'paragraph', id, dir, children: [{ text: '' }] }, { at, select: true })
  })
}
