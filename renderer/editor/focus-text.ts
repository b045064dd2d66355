import { flushSync } from 'react-dom'
import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'

/**
 * Moves the focus to the text, before the next key. The selection may have been changed just before.
 *
 * `ReactEditor.focus` alone must not be used: after a change it waits 10 ms, or as long as timers are late on a busy
 * machine, and what is typed meanwhile is lost.
 */
export function focusText(editor: Editor): void {
  if (editor.operations.length === 0) ReactEditor.focus(editor)
  // Slate has a change to publish. Rendering it will also put the caret where the editor's selection is.
  else ReactEditor.toDOMNode(editor, editor).focus({ preventScroll: true })
}

/**
 * Closes a dialog or menu and moves the focus to the text, before the next key.
 *
 * @param close Removes it from the page when React renders. An open dialog would take the focus back.
 */
export function closeToText(editor: Editor, close: () => void): void {
  flushSync(close)
  focusText(editor)
}
