import { Editor, Node, Path, Transforms, type NodeEntry } from 'slate'
import type { ContainerBlock, Direction, TextBlock } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { paragraph } from '#core/article/factories.ts'
import { isTextBlock } from '../query.ts'
import { become } from './become.ts'

/** Puts the caret after a block: into the empty paragraph that follows, or into a new one. */
export function openParagraph(editor: Editor, container: Path, dir: Direction, newId: NewId): void {
  const next = Path.next(container)
  const node = Node.has(editor, next) ? Node.get(editor, next) : null
  const waiting = node !== null && isTextBlock(node) && node.type === 'paragraph' && Node.string(node) === ''
  if (!waiting) Transforms.insertNodes(editor, { ...paragraph(newId), dir }, { at: next })
  Transforms.select(editor, Editor.start(editor, next))
}

/** Turns a list item into a paragraph; the items after it become a list of their own. */
export function leaveList(editor: Editor, path: Path): void {
  Editor.withoutNormalizing(editor, () => {
    become(editor, 'paragraph', path)
    Transforms.liftNodes(editor, { at: path })
  })
}

/** Brings a list item one level out; one of the first level leaves the list. */
export function stepOut(editor: Editor, [item, path]: NodeEntry<TextBlock>): void {
  const depth = Number(item['depth'] ?? 0)
  if (depth === 0) leaveList(editor, path)
  else if (depth === 1) Transforms.unsetNodes(editor, ['depth', 'ordered'], { at: path })
  else Transforms.setNodes(editor, { depth: depth - 1 }, { at: path })
}

/** Takes an empty last line out of its container and goes on after it; a container of nothing else goes with it. */
export function leaveEmptyLine(editor: Editor, path: Path, dir: Direction, newId: NewId): void {
  const container = Path.parent(path)
  Editor.withoutNormalizing(editor, () => {
    openParagraph(editor, container, dir, newId)
    Transforms.removeNodes(editor, { at: path })
  })
}

/** Puts an empty paragraph where an empty block stands, and the caret in it. */
export function replaceByParagraph(editor: Editor, [{ id, dir }, at]: NodeEntry<ContainerBlock>): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at })
    Transforms.insertNodes(editor, { type: 'paragraph', id, dir, children: [{ text: '' }] }, { at, select: true })
  })
}
