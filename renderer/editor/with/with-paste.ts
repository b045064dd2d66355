import { Path, Range, type Editor } from 'slate'
import type { Block } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { copiedHtml, copiedText } from '../paste/copy-out.ts'
import { readClipboard } from '#core/import/clipboard/clipboard.ts'
import { FRAGMENT_TYPE, writeFragment } from '#core/import/clipboard/fragment.ts'
import type { PastedPage } from '#core/import/clipboard/page.ts'
import { insertBlocks, insertPlainText } from '../paste/insert.ts'
import { textBlockAt } from '../query.ts'
import '../slate-types.ts'

/** What a paste contains besides blocks. The window handles it, because the editor works without a DOM. */
export type PastedExtras = Pick<PastedPage, 'pictures' | 'notes'>

const RECEIVERS = new WeakMap<Editor, (extras: PastedExtras) => void>()

/** Sets the function that receives the pictures and notes of each paste. */
export function setPasteReceiver(editor: Editor, receive: (extras: PastedExtras) => void): void {
  RECEIVERS.set(editor, receive)
}

/**
 * Handles paste, drop and copy. Slate's own fragment is neither read nor written, because any web page can put one into
 * its HTML.
 */
export function withPaste(editor: Editor, newId: NewId): Editor {
  editor.setFragmentData = (data) => {
    const blocks = editor.getFragment() as Block[]
    if (editor.selection === null || Range.isCollapsed(editor.selection) || blocks.length === 0) return
    const [start, end] = Range.edges(editor.selection).map((point) => textBlockAt(editor, point)?.[1])
    const isPart = start !== undefined && end !== undefined && Path.equals(start, end)
    data.setData(FRAGMENT_TYPE, writeFragment(blocks))
    data.setData('text/html', copiedHtml(blocks, isPart))
    data.setData('text/plain', copiedText(blocks))
  }
  editor.insertData = (data) => {
    const text = data.getData('text/plain')
    const clipboard = { fragment: data.getData(FRAGMENT_TYPE), html: data.getData('text/html'), text }
    const { page } = readClipboard(clipboard, newId)
    if (page === null || !insertBlocks(editor, page.blocks)) {
      if (text !== '') insertPlainText(editor, text)
      return
    }
    const { pictures, notes } = page
    if (pictures.size > 0 || notes.length > 0) RECEIVERS.get(editor)?.({ pictures, notes })
  }
  return editor
}
