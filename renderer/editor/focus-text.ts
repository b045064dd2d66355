import { flushSync } from 'react-dom'
import { Range, type Editor } from 'slate'
import { ReactEditor } from 'slate-react'

/**
 * Moves the focus to the text, before the next key. The selection may have been changed just before.
 *
 * `ReactEditor.focus` alone must not be used. After a change it waits 10 ms, or as long as timers are late on a busy
 * machine, and what is typed meanwhile is lost. It does nothing if Slate missed that the focus left the text, as it does
 * while it puts a selection into the DOM.
 */
export function focusText(editor: Editor): void {
  // oxlint-disable-next-line no-restricted-properties -- only to tell Slate; what it leaves out is done below
  if (editor.operations.length === 0) ReactEditor.focus(editor)
  const page = ReactEditor.toDOMNode(editor, editor)
  if (page.ownerDocument.activeElement === page) return
  const { selection } = editor
  const drawn = selection === null ? null : ReactEditor.resolveDOMRange(editor, selection)
  page.focus({ preventScroll: true })
  if (drawn === null || selection === null) return
  // The browser puts the caret at the start. A selection that is not drawn yet is set by Slate when it draws.
  const dom = page.ownerDocument.getSelection()
  const { startContainer, startOffset, endContainer, endOffset } = drawn
  if (Range.isBackward(selection)) dom?.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset)
  else dom?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
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
