import { Path, Range, Transforms, type Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { textBlockAt } from '../query.ts'

/** Deletions whose extent the browser knows best: where a word or a shown line ends. */
const BY_EXTENT = /^delete(?:Word|SoftLine|HardLine)(?:Backward|Forward)$/u

/**
 * Deletes a word or the rest of a line as far as the browser's own text fields do.
 * @returns false where the deletion would leave its line: the editor's own rules decide there.
 */
export function deleteByExtent(editor: Editor, event: InputEvent): boolean {
  const { selection } = editor
  if (!BY_EXTENT.test(event.inputType) || selection === null || Range.isExpanded(selection)) return false
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
