import { Editor, Node, Path, Range, Transforms, type Descendant } from 'slate'
import type { Block } from '#core/article/block.ts'
import { traitsOf } from '#core/article/traits.ts'
import { pastedLine, pastedLines } from '#core/import/clipboard/plain-text.ts'
import { isTextBlock, textBlockAt } from '../query.ts'
import { setLineType } from '../with/set-line-type.ts'

/**
 * Pastes plain text at the selection. Where blocks can be inserted, each line of the text becomes a block (a list item
 * in a list); elsewhere the lines are joined into one.
 */
export function insertPlainText(editor: Editor, text: string): void {
  clearSelection(editor)
  const entry = textBlockAt(editor)
  if (entry === null) return
  const lines = pastedLines(text)
  Editor.withoutNormalizing(editor, () => {
    if (!traitsOf(entry[0].type).takesBlocks || lines.length < 2) {
      const line = pastedLine(text)
      if (line !== '') Transforms.insertText(editor, line)
      return
    }
    for (const [index, line] of lines.entries()) {
      if (index > 0) {
        Transforms.splitNodes(editor, { always: true, match: isTextBlock })
        const block = textBlockAt(editor)
        // In a subhead, only the first pasted line belongs to it; the others are paragraphs.
        if (block !== null && traitsOf(block[0].type).enter === 'paragraph') setLineType(editor, 'paragraph', block[1])
      }
      Transforms.insertText(editor, line)
    }
  })
}

/**
 * Pastes blocks at the selection. A single line is merged into the line at the caret. Other blocks are inserted at the
 * top level, if the caret is in a body line that takes blocks.
 * @returns false, and changes nothing, if the blocks cannot be inserted there; the caller then pastes plain text
 */
export function insertBlocks(editor: Editor, blocks: readonly Block[]): boolean {
  const entry = textBlockAt(editor)
  const first = blocks[0]
  if (entry === null || first === undefined) return false
  if (blocks.length === 1 && isTextBlock(first)) {
    clearSelection(editor)
    Transforms.insertFragment(editor, inlinesOf(first))
    return true
  }
  const [block, path] = entry
  if (path.length > 1 || !traitsOf(block.type).takesBlocks) return false
  clearSelection(editor)
  insertAtTopLevel(editor, blocks)
  return true
}

function insertAtTopLevel(editor: Editor, blocks: readonly Block[]): void {
  const entry = textBlockAt(editor)
  if (entry === null || editor.selection === null) return
  const [block, path] = entry
  Editor.withoutNormalizing(editor, () => {
    const isEmpty = Node.string(block) === '' && block.children.length === 1
    const atStart = editor.selection !== null && Editor.isStart(editor, editor.selection.anchor, path)
    const atEnd = editor.selection !== null && Editor.isEnd(editor, editor.selection.anchor, path)
    if (!atStart && !atEnd) Transforms.splitNodes(editor, { always: true, match: isTextBlock })
    const at = atStart && !isEmpty ? path : Path.next(path)
    Transforms.insertNodes(editor, [...blocks], { at })
    const end = [(at[0] ?? 0) + blocks.length - 1]
    Transforms.select(editor, Editor.end(editor, end))
    if (isEmpty) Transforms.removeNodes(editor, { at: path })
  })
}

function inlinesOf(block: Node): Descendant[] {
  return isTextBlock(block) ? block.children : []
}

function clearSelection(editor: Editor): void {
  if (editor.selection !== null && Range.isExpanded(editor.selection)) editor.deleteFragment()
}
