import { Editor } from 'slate'
import type { FormatMark } from '#core/article/inline.ts'
import '../slate-types.ts'

/** @returns whether the selected text, or what would be typed at the caret, has a mark. */
export function hasMark(editor: Editor, mark: FormatMark): boolean {
  return editor.selection !== null && Editor.marks(editor)?.[mark] === true
}

/** Adds a mark to the selected text, or removes it. */
export function toggleMark(editor: Editor, mark: FormatMark): void {
  if (editor.selection === null) return
  if (hasMark(editor, mark)) Editor.removeMark(editor, mark)
  else Editor.addMark(editor, mark, true)
}
