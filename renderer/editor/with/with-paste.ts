import { Path, Range, type Editor } from 'slate'
import type { Block } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { copiedHtml, copiedText } from '../paste/copy-out.ts'
import { FRAGMENT_TYPE, lawfulBlocks, readFragment, writeFragment } from '../paste/fragment.ts'
import { readPage, type PastedPage } from '../paste/html/page.ts'
import { MAX_HTML } from '../paste/html/sanitise.ts'
import { insertBlocks, insertPlainText } from '../paste/insert.ts'
import { isMarkdown, markdownToHtml } from '../paste/markdown.ts'
import { textBlockAt } from '../query.ts'
import '../slate-types.ts'

/** What a paste brings beside its blocks, for a window to see to. */
export type PasteRest = Pick<PastedPage, 'pictures' | 'notes'>

const RECEIVERS = new WeakMap<Editor, (rest: PasteRest) => void>()

/** Says who sees to the pictures and notes of a paste. */
export function setPasteReceiver(editor: Editor, receive: (rest: PasteRest) => void): void {
  RECEIVERS.set(editor, receive)
}

/**
 * What comes from the clipboard or a drop is foreign until proven ours: blocks only from Midad's own clipboard type
 * and only when the article's schema takes them; HTML after it was sanitised and read; else the plain text. Slate's
 * own fragment, which any page can plant in HTML, is never read, nor written.
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
    if (isMarkdown(text) && insertPage(editor, markdownToHtml(text), newId)) return true
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

/** @returns whether the page had anything for the article, and the place could take it. */
function insertPage(editor: Editor, html: string, newId: NewId): boolean {
  const { blocks, pictures, notes } = readPage(html, newId)
  const lawful = lawfulBlocks(blocks, newId)
  if (lawful === null || lawful.length === 0 || !insertBlocks(editor, lawful)) return false
  if (pictures.size > 0 || notes.length > 0) RECEIVERS.get(editor)?.({ pictures, notes })
  return true
}
