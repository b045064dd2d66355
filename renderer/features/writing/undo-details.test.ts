import { Editor } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { head, paragraph } from '#core/article/factories.ts'
import { emptyMetadata, type Metadata } from '#core/article/metadata.ts'
import { replaceDocument } from '#renderer/editor/commands/restore.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { waitToPaste } from '#renderer/editor/paste/waiting.ts'
import { undoDetails } from './undo-details.ts'

const text = (words: string): Block[] => [head('headline', () => 'h', 'عنوان'), paragraph(() => 'p', words)]

function open() {
  const editor = createArticleEditor(() => 'new')
  loadDocument(editor, text('الآن'))
  editor.select(Editor.end(editor, []))
  let metadata: Metadata = { ...emptyMetadata(), section: 'رياضة' }
  const change = (patch: Partial<Metadata>): void => void (metadata = { ...metadata, ...patch })
  const details = undoDetails(editor, change)
  return { editor, details, change, metadata: () => metadata }
}

describe('undoDetails', () => {
  const older = { ...emptyMetadata(), section: 'سياسة', house: 'x' }

  it('undoes and redoes the metadata with the text', () => {
    const { editor, details, metadata } = open()
    const step = details.step(() => replaceDocument(editor, text('قديم')), metadata(), older)
    expect(step).toBe(editor.history.undos.at(-1))
    expect([documentOf(editor), metadata()['house'], metadata().section]).toEqual([text('قديم'), 'x', 'سياسة'])
    editor.undo()
    expect([documentOf(editor), metadata()['house'], metadata().section]).toEqual([text('الآن'), undefined, 'رياضة'])
    editor.redo()
    expect([documentOf(editor), metadata()['house'], metadata().section]).toEqual([text('قديم'), 'x', 'سياسة'])
  })
  it('is a step even if only the metadata differ', () => {
    const { editor, details, metadata } = open()
    editor.insertText('!')
    details.step(() => replaceDocument(editor, documentOf(editor)), metadata(), older)
    expect(metadata().section).toBe('سياسة')
    editor.undo()
    expect([metadata().section, documentOf(editor)]).toEqual(['رياضة', text('الآن!')])
    editor.undo()
    expect(documentOf(editor)).toEqual(text('الآن'))
    editor.redo()
    editor.redo()
    expect(metadata().section).toBe('سياسة')
  })
  it('keeps later changes of other metadata, and typing', async () => {
    const { editor, details, metadata, change } = open()
    details.step(() => replaceDocument(editor, text('قديم')), metadata(), older)
    change({ slug: 'بعدها' })
    // Slate ends an undo batch with the microtask.
    await Promise.resolve()
    editor.insertText('!')
    editor.undo()
    expect(metadata().section).toBe('سياسة')
    editor.undo()
    expect([metadata().section, metadata().slug]).toEqual(['رياضة', 'بعدها'])
  })
  it('keeps the metadata where undo only cancels a paste that waits', () => {
    const { editor, details, metadata } = open()
    details.step(() => replaceDocument(editor, text('قديم')), metadata(), older)
    waitToPaste(editor)
    editor.undo()
    expect([documentOf(editor), metadata().section]).toEqual([text('قديم'), 'سياسة'])
    editor.undo()
    expect([documentOf(editor), metadata().section]).toEqual([text('الآن'), 'رياضة'])
  })
  it('is no step if nothing differs', () => {
    const { editor, details, metadata } = open()
    expect(details.step(() => replaceDocument(editor, text('الآن')), metadata(), metadata())).toBeNull()
    expect(editor.history.undos).toEqual([])
  })
})
