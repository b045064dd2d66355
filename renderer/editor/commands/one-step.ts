import { Editor } from 'slate'
import { HistoryEditor } from 'slate-history'

/** Makes all changes in one undo step, that of the command around it if there is one, and normalises once, at the end. */
export function inOneStep(editor: Editor, change: () => void): void {
  asOneStep(editor, () => Editor.withoutNormalizing(editor, change))
}

/** As `inOneStep`, but normalises after every change. */
export function asOneStep(editor: Editor, change: () => void): void {
  if (HistoryEditor.isMerging(editor) === true) change()
  else HistoryEditor.withNewBatch(editor, change)
}
