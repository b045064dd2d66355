import { Editor, Node, Path, Range, Transforms } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { paragraph } from '#core/article/factories.ts'
import { isHeadType, isTextBlock, textBlockAt } from '../query.ts'
import { become } from './with-invariants.ts'

/**
 * What Enter does, by the block it is pressed in: the head moves on to its next field, a subhead, caption, credit
 * or attribution opens a paragraph, an empty list item leaves its list, and anything else splits.
 */
export function withBreaks(editor: Editor, newId: NewId): Editor {
  const { insertBreak } = editor
  editor.insertBreak = () => {
    if (editor.selection !== null && Range.isExpanded(editor.selection)) editor.deleteFragment()
    const entry = textBlockAt(editor)
    if (entry === null) return insertBreak()
    const [block, path] = entry
    if (isHeadType(block.type)) return moveDown(editor, path, newId)
    switch (block.type) {
      case 'subhead':
        return breakSubhead(editor, block, path)
      case 'caption':
      case 'credit':
      case 'attribution':
        return openParagraph(editor, Path.parent(path), block.dir, newId)
      case 'list-item':
        return Node.string(block) === '' ? leaveList(editor, path) : insertBreak()
      case 'paragraph':
        return leavesQuote(editor, block, path) ? moveToAttribution(editor, path) : insertBreak()
      default:
        return insertBreak()
    }
  }
  // One line break inside a block; the head's fields, captions and subheads are single lines.
  editor.insertSoftBreak = () => {
    const type = textBlockAt(editor)?.[0].type
    if (type === 'paragraph' || type === 'list-item') editor.insertText('\n')
    else editor.insertBreak()
  }
  return editor
}

/** From the head: to the next field, or to the body, which opens with a paragraph to write in. */
function moveDown(editor: Editor, path: Path, newId: NewId): void {
  const next = Path.next(path)
  const node = Node.has(editor, next) ? Node.get(editor, next) : null
  if (node === null || !isTextBlock(node)) Transforms.insertNodes(editor, paragraph(newId), { at: next })
  Transforms.select(editor, Editor.start(editor, next))
}

function breakSubhead(editor: Editor, block: TextBlock, path: Path): void {
  if (Node.string(block) === '') return become(editor, 'paragraph', path)
  const atStart = editor.selection !== null && Editor.isStart(editor, editor.selection.anchor, path)
  Editor.withoutNormalizing(editor, () => {
    Transforms.splitNodes(editor, { always: true })
    // At the start the new line opens above, and the subhead keeps its words.
    become(editor, 'paragraph', atStart ? path : Path.next(path))
  })
}

/** After a container: into the empty paragraph that follows, or into a new one. */
function openParagraph(editor: Editor, container: Path, dir: 'rtl' | 'ltr', newId: NewId): void {
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

/** An empty last paragraph of a quote, with others before it: Enter there means that the quote is complete. */
function leavesQuote(editor: Editor, block: TextBlock, path: Path): boolean {
  if (path.length < 2 || Node.string(block) !== '' || path.at(-1) === 0) return false
  const next = Path.next(path)
  if (!Node.has(editor, next)) return false
  const node = Node.get(editor, next)
  return isTextBlock(node) && node.type === 'attribution'
}

function moveToAttribution(editor: Editor, path: Path): void {
  Transforms.removeNodes(editor, { at: path })
  Transforms.select(editor, Editor.start(editor, path))
}
