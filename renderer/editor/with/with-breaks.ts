import { Editor, Node, Path, Range, Transforms } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { paragraph } from '#core/article/factories.ts'
import { containerOf, isHeadType, isTextBlock, textBlockAt } from '../query.ts'
import { become } from './become.ts'
import { leaveEmptyLine, openParagraph, stepOut } from './leave.ts'

/**
 * What Enter does, by the block it is pressed in (the table stands in `docs/keyboard.md`): the head moves on to its
 * next field, a subhead, caption, credit or attribution opens a paragraph, an empty line leaves what holds it, and
 * anything else splits.
 */
export function withBreaks(editor: Editor, newId: NewId): Editor {
  const { insertBreak } = editor
  editor.insertBreak = () => {
    if (editor.selection !== null && Range.isExpanded(editor.selection)) editor.deleteFragment()
    const entry = textBlockAt(editor)
    if (entry === null) return breakVoid(editor, newId)
    const [block, path] = entry
    if (isHeadType(block.type)) return moveDown(editor, path, newId)
    switch (block.type) {
      case 'subhead':
      case 'pullquote':
      case 'correction':
        return breakSubhead(editor, block, path)
      case 'caption':
      case 'credit':
      case 'attribution':
        return openParagraph(editor, path.slice(0, 1), block.dir, newId)
      case 'factbox-title':
        return Transforms.select(editor, Editor.start(editor, Path.next(path)))
      case 'table-cell':
        return nextRow(editor, path, block.dir, newId)
      case 'list-item':
        return isEmpty(block) ? stepOut(editor, [block, path]) : insertBreak()
      case 'related-item':
        return isEmpty(block) && isLastOfMany(editor, path)
          ? leaveEmptyLine(editor, path, block.dir, newId)
          : breakRelated(editor, insertBreak)
      default:
        if (leavesFactbox(editor, block, path)) return leaveEmptyLine(editor, path, block.dir, newId)
        return leavesQuote(editor, block, path) ? moveToAttribution(editor, path) : insertBreak()
    }
  }
  // One line break inside a block; the head's fields, captions and subheads are single lines.
  editor.insertSoftBreak = () => {
    const type = textBlockAt(editor)?.[0].type
    const isRunning =
      type === 'paragraph' ||
      type === 'list-item' ||
      type === 'table-cell' ||
      type === 'pullquote' ||
      type === 'correction'
    if (isRunning) editor.insertText('\n')
    else editor.insertBreak()
  }
  return editor
}

function isEmpty(block: TextBlock): boolean {
  return Node.string(block) === '' && block.children.length === 1
}

/** From the head: to the next field, or to the body, which opens with a paragraph to write in. */
function moveDown(editor: Editor, path: Path, newId: NewId): void {
  const next = Path.next(path)
  const node = Node.has(editor, next) ? Node.get(editor, next) : null
  if (node === null || !isTextBlock(node)) Transforms.insertNodes(editor, paragraph(newId), { at: next })
  Transforms.select(editor, Editor.start(editor, next))
}

/** On a separator or an opaque block: a paragraph after it. */
function breakVoid(editor: Editor, newId: NewId): void {
  const index = editor.selection?.anchor.path[0]
  if (index === undefined) return
  const at = [index + 1]
  Transforms.insertNodes(editor, paragraph(newId), { at })
  Transforms.select(editor, Editor.start(editor, at))
}

function breakSubhead(editor: Editor, block: TextBlock, path: Path): void {
  if (isEmpty(block)) return become(editor, 'paragraph', path)
  const atStart = editor.selection !== null && Editor.isStart(editor, editor.selection.anchor, path)
  Editor.withoutNormalizing(editor, () => {
    Transforms.splitNodes(editor, { always: true })
    // At the start the new line opens above, and the subhead keeps its words.
    become(editor, 'paragraph', atStart ? path : Path.next(path))
  })
}

/** In a table: to the cell below, and from the last row on after the table. */
function nextRow(editor: Editor, path: Path, dir: 'rtl' | 'ltr', newId: NewId): void {
  const row = Path.parent(path)
  const below = [...Path.next(row), path.at(-1) ?? 0]
  if (Node.has(editor, below)) Transforms.select(editor, Editor.start(editor, below))
  else openParagraph(editor, Path.parent(row), dir, newId)
}

/** A new related link begins without the address of the one it was split from. */
function breakRelated(editor: Editor, insertBreak: () => void): void {
  Editor.withoutNormalizing(editor, () => {
    insertBreak()
    const entry = textBlockAt(editor)
    if (entry?.[0].type === 'related-item') Transforms.setNodes(editor, { url: '' }, { at: entry[1] })
  })
}

function isLastOfMany(editor: Editor, path: Path): boolean {
  return path.at(-1) !== 0 && !Node.has(editor, Path.next(path))
}

/** An empty last paragraph of a factbox, with others before it: Enter there means that the box is complete. */
function leavesFactbox(editor: Editor, block: TextBlock, path: Path): boolean {
  if (!isEmpty(block) || containerOf(editor, path)?.[0].type !== 'factbox') return false
  return (path.at(-1) ?? 0) > 1 && !Node.has(editor, Path.next(path))
}

/** An empty last paragraph of a quote, with others before it: Enter there means that the quote is complete. */
function leavesQuote(editor: Editor, block: TextBlock, path: Path): boolean {
  if (path.length < 2 || !isEmpty(block) || path.at(-1) === 0) return false
  const next = Path.next(path)
  if (!Node.has(editor, next)) return false
  const node = Node.get(editor, next)
  return isTextBlock(node) && node.type === 'attribution'
}

function moveToAttribution(editor: Editor, path: Path): void {
  Transforms.removeNodes(editor, { at: path })
  Transforms.select(editor, Editor.start(editor, path))
}
