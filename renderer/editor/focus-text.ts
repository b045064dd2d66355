import { flushSync } from 'react-dom'
import { Range, type Editor } from 'slate'
import { EDITOR_TO_ELEMENT } from 'slate-dom'
import { ReactEditor } from 'slate-react'

/**
 * Moves the focus to the text, before the next key. The selection may have been changed just before. Does nothing if the
 * text is on no screen any more, as when a picture was stored after the article was left.
 *
 * `ReactEditor.focus` alone must not be used. After a change it waits 10 ms, or as long as timers are late on a busy
 * machine, and what is typed meanwhile is lost. It does nothing if Slate missed that the focus left the text, as it does
 * while it puts a selection into the DOM.
 */
export function focusText(editor: Editor): void {
  const page = EDITOR_TO_ELEMENT.get(editor)
  if (page === undefined) return
  // oxlint-disable-next-line no-restricted-properties -- only to tell Slate; what it leaves out is done below
  if (editor.operations.length === 0) ReactEditor.focus(editor)
  if (page.ownerDocument.activeElement === page) return
  page.focus({ preventScroll: true })
  // The browser has put the caret at the start.
  drawSelection(editor)
}

/**
 * Puts the selection into the DOM at once. Else a key or a press that comes before Slate draws reads the old one there.
 * Slate also scrolls to a selection that it puts there itself. A selection that is not drawn yet is left to it.
 */
export function drawSelection(editor: Editor): void {
  const { selection } = editor
  const drawn = selection === null ? null : ReactEditor.resolveDOMRange(editor, selection)
  if (drawn === null || selection === null) return
  const dom = ReactEditor.getWindow(editor).getSelection()
  const { startContainer, startOffset, endContainer, endOffset } = drawn
  if (Range.isBackward(selection)) dom?.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset)
  else dom?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
}

const IN_TEXT = '[data-slate-string], [data-slate-zero-width]'

/**
 * Lets the focus leave the text. Called when it leaves, before Slate handles that.
 *
 * After an undo the caret of the DOM may stand between elements, because its text was drawn anew. Slate then puts it back
 * into the text, and the browser moves the focus along: Ctrl+F would open a field that cannot be typed in.
 */
export function leaveText(editor: Editor): void {
  const dom = ReactEditor.getWindow(editor).getSelection()
  const anchor = dom?.anchorNode
  if (anchor === null || anchor === undefined || dom?.isCollapsed !== true) return
  // The editor keeps its own selection, and it is drawn again when the focus comes back.
  if (anchor.nodeType !== Node.TEXT_NODE || anchor.parentElement?.closest(IN_TEXT) === null) dom.removeAllRanges()
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
