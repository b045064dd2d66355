import { Editor, Node, Path, Range, Transforms, type NodeEntry } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import { isTextBlock, textBlockAt, textBlocksIn } from '../query.ts'
import { harakaRangeBefore } from './haraka.ts'
import { deleteAcross } from './delete-across.ts'
import { become } from './with-invariants.ts'
import { leaveList } from './with-breaks.ts'

/**
 * What Backspace and Delete do. A haraka goes alone, as in any text field. At the start of a block a subhead or
 * list item first becomes a paragraph; lines that differ in meaning (head and body, caption and text) never run
 * into one another.
 */
export function withDeletes(editor: Editor): Editor {
  const { deleteBackward, deleteForward, deleteFragment } = editor

  editor.deleteBackward = (unit) => {
    const entry = textBlockAt(editor)
    if (entry === null || editor.selection === null || !Range.isCollapsed(editor.selection)) return deleteBackward(unit)
    const haraka = unit === 'character' ? harakaRangeBefore(editor, editor.selection.anchor) : null
    if (haraka !== null) return Transforms.delete(editor, { at: haraka })
    const [block, path] = entry
    if (!Editor.isStart(editor, editor.selection.anchor, path)) return deleteBackward(unit)
    if (block.type === 'subhead') return become(editor, 'paragraph', path)
    if (block.type === 'list-item') return leaveList(editor, path)
    const previous = previousTextBlock(editor, path)
    if (previous === null) return
    if (mayMerge(previous, entry)) return deleteBackward(unit)
    removeIfSpare(editor, entry)
    Transforms.select(editor, Editor.end(editor, previous[1]))
  }

  editor.deleteForward = (unit) => {
    const entry = textBlockAt(editor)
    if (entry === null || editor.selection === null || !Range.isCollapsed(editor.selection)) return deleteForward(unit)
    const [, path] = entry
    if (!Editor.isEnd(editor, editor.selection.anchor, path)) return deleteForward(unit)
    const next = nextTextBlock(editor, path)
    if (next === null) return
    if (mayMerge(entry, next)) return deleteForward(unit)
    const ref = Editor.pathRef(editor, next[1])
    removeIfSpare(editor, entry)
    const target = ref.unref()
    if (target !== null) Transforms.select(editor, Editor.start(editor, target))
  }

  editor.deleteFragment = (options) => {
    const range = editor.selection
    const blocks = textBlocksIn(editor)
    const first = blocks[0]
    const last = blocks.at(-1)
    if (range === null || first === undefined || last === undefined || mayMerge(first, last)) {
      deleteFragment(options)
      return
    }
    deleteAcross(editor, range)
  }
  return editor
}

/** @returns the text block before a path in the document, or null at its start or after an opaque block. */
function previousTextBlock(editor: Editor, path: Path): NodeEntry<TextBlock> | null {
  return Editor.previous<TextBlock>(editor, { at: path, match: isTextBlock, mode: 'lowest' }) ?? null
}

function nextTextBlock(editor: Editor, path: Path): NodeEntry<TextBlock> | null {
  return Editor.next<TextBlock>(editor, { at: path, match: isTextBlock, mode: 'lowest' }) ?? null
}

const FLOWING: ReadonlySet<string> = new Set(['paragraph', 'subhead', 'list-item'])

/** @returns whether the words of the second line may join the first: both are running text of the same place. */
function mayMerge([first, firstPath]: NodeEntry<TextBlock>, [second, secondPath]: NodeEntry<TextBlock>): boolean {
  if (Path.equals(firstPath, secondPath)) return true
  if (!FLOWING.has(first.type) || !FLOWING.has(second.type)) return false
  const firstQuote = first.type === 'paragraph' && firstPath.length > 1
  const secondQuote = second.type === 'paragraph' && secondPath.length > 1
  if (firstQuote || secondQuote) return Path.equals(Path.parent(firstPath), Path.parent(secondPath))
  return true
}

/** An empty paragraph that the caret leaves backwards goes; a head field stays, for the writer may come back to it. */
function removeIfSpare(editor: Editor, [block, path]: NodeEntry<TextBlock>): void {
  if (block.type !== 'paragraph' || Node.string(block) !== '' || block.children.length > 1) return
  Transforms.removeNodes(editor, { at: path })
}
