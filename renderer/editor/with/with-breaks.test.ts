import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { figure, head, paragraph, separator } from '#core/article/factories.ts'
import { counter } from '#tests/support/articles.ts'
import { drawn } from '#tests/support/drawn.ts'
import { createArticleEditor, documentOf, loadDocument } from '../create-editor.ts'

/** Presses Enter twice at the end of a caption: in it, and in the credit. @returns the body, and where the caret is */
function twice(...after: Block[]): { body: string[]; caret: number[] | undefined } {
  const id = counter('d')
  const editor = createArticleEditor(counter('e'))
  loadDocument(editor, [head('headline', id, 'عنوان'), figure(id, { caption: 'في لندن', credit: 'وكالة' }), ...after])
  editor.select({ path: [1, 0, 0], offset: 7 })
  editor.insertBreak()
  expect(editor.selection?.focus).toEqual({ path: [1, 1, 0], offset: 0 })
  editor.insertBreak()
  return { body: drawn(documentOf(editor)).slice(3), caret: editor.selection?.focus.path }
}

describe('Enter in a caption', () => {
  const id = counter('n')
  it('goes to the credit, and from there to the next block', () => {
    expect(twice(paragraph(id, 'بعد'))).toEqual({ body: ['paragraph: بعد'], caret: [2, 0] })
  })
  it('opens a paragraph where no line follows', () => {
    expect(twice()).toEqual({ body: ['paragraph: '], caret: [2, 0] })
    expect(twice(separator(id))).toEqual({ body: ['paragraph: ', 'separator'], caret: [2, 0] })
  })
})
