import { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { focusText } from '#renderer/editor/focus-text.ts'
import { centre } from '#renderer/editor/keys/reveal.ts'

/** Places the caret: in the requested block, else where it was, else at the start. */
export function placeCaret(editor: Editor, blockId: string | null, readOnly: boolean): void {
  const index = editor.children.findIndex((node) => 'id' in node && node.id === blockId)
  if (index !== -1) {
    editor.select(Editor.start(editor, [index]))
    centre(editor, ReactEditor.toDOMNode(editor, editor.children[index] ?? editor))
  }
  if (readOnly) return
  if (editor.selection === null) editor.select(Editor.start(editor, []))
  focusText(editor)
}
