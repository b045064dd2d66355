import { Editor, Node } from 'slate'
import { expect, it } from 'vitest'
import { head, paragraph } from '#core/article/factories.ts'
import { counter } from '#tests/support/articles.ts'
import { createArticleEditor, loadDocument } from '../create-editor.ts'
import { pasteWhenRead } from './waiting.ts'

it('leaves undo to what was written before, when the content of a paste could not be read', async () => {
  const editor = createArticleEditor(counter('new'))
  loadDocument(editor, [head('headline', () => 'h', 'عنوان'), paragraph(() => 'p', 'قال')])
  editor.select(Editor.end(editor, [1]))
  editor.insertText(' الوزير')
  await expect(pasteWhenRead(editor, Promise.reject(new Error('refused')), () => {})).rejects.toThrow('refused')
  editor.undo()
  expect(Node.string(editor.children[1] ?? editor)).toBe('قال')
})
