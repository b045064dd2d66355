import type { Editor } from 'slate'
import type { NewId } from '#core/article/factories.ts'
import { keepCopied } from '../clipboard/last-copied.ts'
import { noteComing } from '../paste/coming.ts'
import { copiedBlocks } from '../paste/copied-blocks.ts'
import { copiedHtml, copiedText } from '../paste/copy-out.ts'
import type { Clipboard, Pasted } from '#core/import/clipboard/clipboard.ts'
import { FRAGMENT_TYPE, writeFragment } from '#core/import/clipboard/fragment.ts'
import { MAX_LINE } from '#core/import/clipboard/limits.ts'
import { isPasteable } from '#core/import/clipboard/plain-text.ts'
import { blockText } from '#core/article/plain-text.ts'
import { traitsOf } from '#core/article/traits.ts'
import type { PastedPage } from '#core/import/clipboard/page.ts'
import { insertBlocks, insertPlainText } from '../paste/insert.ts'
import { cancelPaste, waitToPaste } from '../paste/waiting.ts'
import { textBlockAt } from '../query.ts'
import '../slate-types.ts'

/** What a paste contains besides blocks, and what could not be pasted. */
export type PastedExtras = Pick<PastedPage, 'pictures' | 'notes' | 'struck'> & {
  /** `structure`: only the words were pasted; `all`: nothing was. */
  tooLarge: 'structure' | 'all' | null
}

/** What the window does for a paste, because the editor works without a DOM. */
export type PasteHost = {
  /** Reads the clipboard in bounded time. */
  read: (clipboard: Clipboard) => Promise<Pasted>
  receive: (extras: PastedExtras) => void
}

const HOSTS = new WeakMap<Editor, PasteHost>()

/** Sets the host of an editor's pastes. @returns a function that takes it away. The pastes that wait still come. */
export function setPasteHost(editor: Editor, host: PasteHost): () => void {
  HOSTS.set(editor, host)
  return () => void HOSTS.delete(editor)
}

/**
 * Handles paste, drop and copy. Slate's own fragment is neither read nor written, because any web page can put one into
 * its HTML.
 */
export function withPaste(editor: Editor, newId: NewId): Editor {
  editor.setFragmentData = (data, origin) => {
    const copied = copiedBlocks(editor, origin === 'drag')
    if (copied === null) return
    const [fragment, text] = [writeFragment(copied.blocks), copiedText(copied.blocks)]
    data.setData(FRAGMENT_TYPE, fragment)
    data.setData('text/html', copiedHtml(copied.blocks, copied.isPart))
    data.setData('text/plain', text)
    keepCopied(fragment, text)
  }
  const { undo } = editor
  editor.undo = () => {
    // Whoever takes back a paste that has not come yet does not want it.
    if (!cancelPaste(editor)) undo()
  }
  editor.insertData = (data) => {
    const text = data.getData('text/plain')
    const clipboard = { fragment: data.getData(FRAGMENT_TYPE), html: data.getData('text/html'), text }
    void noteComing(editor, paste(editor, clipboard, newId))
  }
  return editor
}

async function paste(editor: Editor, clipboard: Clipboard, newId: NewId): Promise<void> {
  const host = HOSTS.get(editor)
  if (host === undefined || Object.values(clipboard).every((each) => each === '')) return
  const land = waitToPaste(editor)
  if (land === null) return
  const { page, isTooLarge } = await host.read(clipboard)
  land(() => {
    if (page !== null && pastePage(editor, page, newId)) {
      const { pictures, notes, struck } = page
      if (pictures.size > 0 || notes.length > 0 || struck.length > 0)
        host.receive({ pictures, notes, struck, tooLarge: null })
      return
    }
    const { text } = clipboard
    const isTextPasted = text !== '' && isPasteable(text) && fits(editor, [text])
    if (isTextPasted) insertPlainText(editor, text, newId)
    const isLost = page !== null || isTooLarge || (text !== '' && !isTextPasted)
    if (isLost)
      host.receive({ pictures: new Map(), notes: [], struck: [], tooLarge: isTextPasted ? 'structure' : 'all' })
  })
}

/** @returns false, and changes nothing, if the page cannot be pasted. One without blocks has only struck words. */
function pastePage(editor: Editor, page: PastedPage, newId: NewId): boolean {
  if (page.blocks.length === 0) return true
  return fits(editor, page.blocks.map(blockText)) && insertBlocks(editor, page, newId)
}

/** @returns whether texts fit at the caret: a caption or a cell takes them all into one line. */
function fits(editor: Editor, texts: readonly string[]): boolean {
  const line = textBlockAt(editor)?.[0]
  if (line === undefined || traitsOf(line.type).line !== 'fixed') return true
  return texts.reduce((sum, { length }) => sum + length, 0) <= MAX_LINE
}
