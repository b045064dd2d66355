import { Path, Range, Transforms, type Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { textBlockAt } from '../query.ts'

/** Deletions for which the browser knows the range: where a word or a visual line ends. */
const WORD_OR_LINE = /^delete(?:Word|SoftLine|HardLine)(?:Backward|Forward)$/u

/**
 * Deletes a word or the rest of a line, as far as a native text field does.
 * @returns false, and deletes nothing, if the range crosses lines: `with-deletes.ts` decides then
 */
export function deleteWordOrLine(editor: Editor, event: InputEvent): boolean {
  const { selection } = editor
  if (!WORD_OR_LINE.test(event.inputType) || selection === null || Range.isExpanded(selection)) return false
  const [target] = event.getTargetRanges()
  if (target === undefined) return false
  const range = ReactEditor.toSlateRange(editor, target, { exactMatch: false, suppressThrow: true })
  if (range === null || Range.isCollapsed(range)) return false
  const [start, end] = Range.edges(range).map((point) => textBlockAt(editor, point))
  if (start === null || end === null || start === undefined || end === undefined) return false
  if (!Path.equals(start[1], end[1])) return false
  Transforms.delete(editor, { at: range })
  return true
}
