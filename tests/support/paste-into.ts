import { Editor } from 'slate'
import { HistoryEditor } from 'slate-history'
import { expect } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { head } from '#core/article/factories.ts'
import { readClipboard, type Clipboard } from '#core/import/clipboard/clipboard.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { insertBlocks, insertPlainText } from '#renderer/editor/paste/insert.ts'
import { act } from './act.ts'
import { counter } from './articles.ts'
import { drawn } from './drawn.ts'

const id = counter('d')

/** @returns an editor with a headline and a body, its caret at the start of the body. */
export function openOn(headline: string, ...body: Block[]): Editor {
  const editor = createArticleEditor(counter('e'))
  loadDocument(editor, [head('headline', id, headline), ...body])
  editor.select(Editor.start(editor, [1]))
  return editor
}

/** @returns a point of the document. */
export const place = (path: number[], offset: number) => ({ path, offset })

/** Pastes what a clipboard holds, in one step of undo as the window does. */
export function pasteInto(editor: Editor, given: Partial<Clipboard>): void {
  const newId = counter('p')
  const clipboard = { fragment: '', html: '', text: '', ...given }
  const { page } = readClipboard(clipboard, newId)
  HistoryEditor.withNewBatch(editor, () => {
    if (page === null || !insertBlocks(editor, page, newId)) insertPlainText(editor, clipboard.text, newId)
  })
}

/** Pastes with the laws of every action checked; then undoes it, and expects the caret where it stood. */
export function pasted(editor: Editor, given: Partial<Clipboard>): string[] {
  const before = editor.selection
  act(editor, () => pasteInto(editor, given))
  const made = drawn(documentOf(editor))
  const caret = editor.selection
  editor.undo()
  expect(editor.selection).toEqual(before)
  editor.redo()
  editor.selection = caret
  return made
}
