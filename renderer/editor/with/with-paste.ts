import { Path, Range, type Editor } from 'slate'
import type { Block } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { copiedHtml, copiedText } from '../paste/copy-out.ts'
import { FRAGMENT_TYPE, validBlocks, readFragment, writeFragment } from '../paste/fragment.ts'
import { readPage, type PastedPage } from '../paste/html/page.ts'
import { MAX_HTML } from '../paste/html/sanitise.ts'
import { insertBlocks, insertPlainText } from '../paste/insert.ts'
import { isMarkdown, markdownToHtml } from '../paste/markdown.ts'
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
 * Handles paste, drop and copy. Clipboard data is not trusted. Blocks are read from Midad's own clipboard type, if they
 * pass the article's schema; else HTML, sanitised; else plain text. Slate's own fragment is neither read nor written,
 * because any web page can put one into its HTML.
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
  editor.insertFragmentData = (data) => {
    const blocks = readFragment(data.getData(FRAGMENT_TYPE), newId)
    return blocks !== null && insertBlocks(editor, blocks)
  }
  editor.insertTextData = (data) => {
    const text = data.getData('text/plain')
    if (text === '') return false
    const html = isMarkdown(text) ? markdownToHtml(text) : null
    if (html !== null && insertPage(editor, html, newId)) return true
    insertPlainText(editor, text)
    return true
  }
  editor.insertData = (data) => {
    if (editor.insertFragmentData(data)) return
    const html = data.getData('text/html')
    if (html !== '' && html.length <= MAX_HTML && insertPage(editor, html, newId)) return
    editor.insertTextData(data)
  }
  return editor
}

/**
 * Pastes HTML as blocks. @returns false, and changes nothing, when it contains none or the caret is where none may go.
 */
function insertPage(editor: Editor, html: string, newId: NewId): boolean {
  const { blocks, pictures, notes } = readPage(html, newId)
  const valid = validBlocks(blocks, newId)
  if (valid === null || valid.length === 0 || !insertBlocks(editor, valid)) return false
  if (pictures.size > 0 || notes.length > 0) RECEIVERS.get(editor)?.({ pictures, notes })
  return true
}
