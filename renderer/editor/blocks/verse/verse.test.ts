import { Editor, Node } from 'slate'
import { describe, expect, it } from 'vitest'
import type { AnyBlock, Block } from '#core/article/block.ts'
import { head, paragraph } from '#core/article/factories.ts'
import { childBlocks } from '#core/article/text-nodes.ts'
import { toggleKind, turnInto } from '../../commands/blocks.ts'
import { createArticleEditor, documentOf, loadDocument } from '../../create-editor.ts'

const newId = (): (() => string) => {
  let count = 0
  return () => `n${(count += 1)}`
}

function open(...body: Block[]): Editor {
  const editor = createArticleEditor(newId())
  loadDocument(editor, [head('headline', () => 'h', 'عنوان'), ...body])
  editor.select(Editor.start(editor, [1]))
  return editor
}

function shape(editor: Editor): unknown[] {
  const read = (block: AnyBlock): unknown => {
    const inner = childBlocks(block)
    return inner.length === 0 ? Node.string(block) : [block.type, ...inner.map(read)]
  }
  return documentOf(editor).slice(1).map(read)
}

describe('a poem', () => {
  it('is typed verse by verse with Enter, and ends with Enter in an empty verse', () => {
    const editor = open(paragraph(() => 'p'))
    toggleKind(editor, 'verse', newId())
    editor.insertText('إذا هبّت رياح الفجر يوما')
    editor.insertBreak()
    editor.insertText('تبسّم في المدى زهر الحقول')
    editor.insertBreak()
    expect(shape(editor)).toEqual([
      ['verse', 'إذا هبّت رياح الفجر يوما', 'تبسّم في المدى زهر الحقول'],
      ['verse', '', ''],
    ])
    editor.insertBreak()
    editor.insertText('قال الشاعر')
    expect(shape(editor)).toEqual([['verse', 'إذا هبّت رياح الفجر يوما', 'تبسّم في المدى زهر الحقول'], 'قال الشاعر'])
  })

  it('turns back into paragraphs: one for each half with text, or one for an empty verse', () => {
    const editor = open(
      paragraph(() => 'a', 'صدر'),
      paragraph(() => 'b'),
    )
    editor.select(Editor.range(editor, [1], [2]))
    toggleKind(editor, 'verse', newId())
    expect(shape(editor)).toEqual([
      ['verse', 'صدر', ''],
      ['verse', '', ''],
    ])
    turnInto(editor, 'paragraph', newId())
    expect(shape(editor)).toEqual(['صدر', ''])
  })

  it('never merges its halves: Backspace moves between them, and replaces an empty verse', () => {
    const editor = open(paragraph(() => 'p', 'صدر'))
    toggleKind(editor, 'verse', newId())
    editor.select(Editor.start(editor, [1, 1]))
    editor.insertText('عجز')
    editor.select(Editor.start(editor, [1, 1]))
    editor.deleteBackward('character')
    expect(shape(editor)).toEqual([['verse', 'صدر', 'عجز']])
    expect(editor.selection?.focus).toEqual({ path: [1, 0, 0], offset: 3 })
    editor.select(Editor.range(editor, [1]))
    editor.deleteFragment()
    expect(shape(editor)).toEqual([['verse', '', '']])
    editor.deleteBackward('character')
    expect(shape(editor)).toEqual([''])
  })
})
