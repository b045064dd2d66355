import { Editor, Node, Range, Transforms } from 'slate'
import type { Block, Table, TextBlock } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { paragraph, table } from '#core/article/factories.ts'
import { blockText } from '#core/article/plain-text.ts'
import { traitsOf } from '#core/article/traits.ts'
import { guessDirection } from '#core/import/html/line.ts'
import { isTextBlock, textBlockAt } from '../query.ts'
import { setLineType } from '../with/set-line-type.ts'
import { insertAtCaret } from './at-caret.ts'
import { fillCells, isInTable } from './fill-cells.ts'
import { pasteAddress } from './paste-address.ts'
import { pasteWholeArticle } from './paste-whole-article.ts'
import { cellsOf } from '#core/import/clipboard/cells.ts'
import { pastedLine, pastedLines } from '#core/import/clipboard/plain-text.ts'
import type { Pasted } from './pasted.ts'

/**
 * Pastes blocks over the selection. Into an empty article goes a whole article; into a table go the
 * cells of another; a single line is merged into the line at the caret. Other blocks are inserted where the caret is if
 * they may stand there, else after the block around it. The caret goes to the end of what was pasted.
 * @returns false, and changes nothing, if there is nothing to paste or nowhere to paste it
 */
export function insertBlocks(editor: Editor, { blocks, headline }: Pasted, newId: NewId): boolean {
  if (blocks.length === 0 || editor.selection === null) return false
  const [only] = blocks
  const isOne = blocks.length === 1
  if (isOne && only?.type === 'table' && fillCells(editor, only, newId)) return true
  if (isOne && only?.type === 'paragraph' && pasteAddress(editor, blockText(only))) return true
  if (!isOne && pasteWholeArticle(editor, { blocks, headline }, newId)) return true
  clearSelection(editor)
  insertAtCaret(editor, blocks)
  return true
}

/**
 * Pastes plain text over the selection. Where blocks can be inserted, each line of the text becomes a
 * block (a list item in a list); in the head the first line is the field's; elsewhere the lines are joined into one.
 */
export function insertPlainText(editor: Editor, text: string, newId: NewId): void {
  if (editor.selection === null) return
  if (pasteAddress(editor, text)) return
  const cells = isInTable(editor) ? cellsOf(text) : null
  if (cells !== null && fillCells(editor, tableOf(cells, newId), newId)) return
  const lines = pastedLines(text)
  if (lines.length < 2) {
    clearSelection(editor)
    const line = pastedLine(text)
    if (line !== '' && textBlockAt(editor) !== null) Transforms.insertText(editor, line)
    return
  }
  const blocks = lines.map((line): Block => {
    const made = paragraph(newId, line)
    return { ...made, dir: guessDirection(made.children) }
  })
  if (pasteWholeArticle(editor, { blocks, headline: null }, newId)) return
  clearSelection(editor)
  const entry = textBlockAt(editor)
  if (entry !== null && traitsOf(entry[0].type).takesBlocks) insertLines(editor, lines, newId)
  else insertAtCaret(editor, blocks)
}

function tableOf(cells: readonly (readonly string[])[], newId: NewId): Table {
  const made = table(newId, cells)
  for (const cell of made.children.flatMap(({ children }) => children)) cell.dir = guessDirection(cell.children)
  return made
}

/**
 * Inserts lines as if they were typed: the first continues the line at the caret, and what follows it ends the last. The
 * others are inserted together, because to split the line for each of them would take seconds for a long text.
 */
function insertLines(editor: Editor, [first = '', ...others]: readonly string[], newId: NewId): void {
  const last = others.pop()
  Editor.withoutNormalizing(editor, () => {
    Transforms.insertText(editor, first)
    if (last === undefined) return
    Transforms.splitNodes(editor, { always: true, match: isTextBlock })
    const entry = textBlockAt(editor)
    if (entry === null || editor.selection === null) return
    // In a subhead, only the first pasted line belongs to it; the others are paragraphs.
    if (traitsOf(entry[0].type).enter === 'paragraph') setLineType(editor, 'paragraph', entry[1])
    const line = Node.get(editor, entry[1]) as TextBlock
    const [leaf] = Editor.leaf(editor, editor.selection)
    const between = others.map((text) => ({ ...line, id: newId(), children: [{ ...leaf, text }] }))
    Transforms.insertNodes(editor, between, { at: entry[1] })
    Transforms.insertText(editor, last)
  })
}

function clearSelection(editor: Editor): void {
  if (editor.selection !== null && Range.isExpanded(editor.selection)) editor.deleteFragment()
}
