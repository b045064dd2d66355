import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { FRAGMENT_TYPE } from '#core/import/clipboard/fragment.ts'
import { shellPaste } from '#renderer/bridge/client.ts'
import { focusText } from '../focus-text.ts'
import { lastCopied } from './last-copied.ts'

/**
 * Cuts or copies as the keys do: the browser fires the event, and the editor fills the clipboard. It must be called while the
 * browser still knows of the press or key that asked for it.
 */
export function cutOrCopy(editor: Editor, what: 'cut' | 'copy'): void {
  focusText(editor)
  const page = ReactEditor.toDOMNode(editor, editor)
  // Without selected words, as with a selected picture, browsers copy only for a page that says that it has something.
  const claim = (event: Event): void => event.preventDefault()
  page.addEventListener(`before${what}`, claim)
  // Deprecated, but nothing else fires the event; the Clipboard API cannot write our own type.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand(what)
  page.removeEventListener(`before${what}`, claim)
}

/** Why nothing was pasted: the browser does not let the page read the clipboard, or there is nothing in it that can be pasted. */
export type PasteRefusal = 'forbidden' | 'empty'

/**
 * Pastes what the clipboard holds, as the keys do.
 * @param insertPictures inserts picture files at the caret
 * @returns why it could not; null if it could
 */
export async function pasteFromMenu(
  editor: Editor,
  isPlain: boolean,
  insertPictures: (files: readonly File[]) => boolean,
): Promise<PasteRefusal | null> {
  focusText(editor)
  // Electron pastes for the page, which has no permission to read the clipboard.
  const paste = shellPaste()
  if (paste !== null) {
    paste(isPlain)
    return null
  }
  let read: ReadClipboard
  try {
    read = await readClipboard(isPlain)
  } catch (error) {
    // NotAllowedError: the person, the browser or its policy said no.
    if (error instanceof DOMException && error.name === 'NotAllowedError') return 'forbidden'
    throw error
  }
  focusText(editor)
  const { data, files } = read
  if (data.types.length > 0) {
    const options = { inputType: 'insertFromPaste', dataTransfer: data, bubbles: true, cancelable: true }
    ReactEditor.toDOMNode(editor, editor).dispatchEvent(new InputEvent('beforeinput', options))
    return null
  }
  return insertPictures(files) ? null : 'empty'
}

type ReadClipboard = { data: DataTransfer; files: File[] }

/** @throws DOMException `NotAllowedError` where the page may not read the clipboard. */
async function readClipboard(isPlain: boolean): Promise<ReadClipboard> {
  const data = new DataTransfer()
  const files: File[] = []
  for (const item of await navigator.clipboard.read()) {
    // oxlint-disable no-await-in-loop -- there is one item, of few types
    for (const type of item.types) {
      if (type === 'text/plain' || (type === 'text/html' && !isPlain)) {
        data.setData(type, await (await item.getType(type)).text())
      } else if (type.startsWith('image/') && !isPlain) {
        files.push(new File([await item.getType(type)], 'pasted', { type }))
      }
    }
    // oxlint-enable no-await-in-loop
  }
  const own = isPlain ? null : lastCopied(data.getData('text/html'), data.getData('text/plain'))
  if (own !== null) data.setData(FRAGMENT_TYPE, own)
  return { data, files }
}
