import fc from 'fast-check'
import { Node, Text, type Editor } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { setDirection, toggleKind } from '#renderer/editor/commands/blocks.ts'
import { toggleIsolate } from '#renderer/editor/commands/links.ts'
import { toggleMark } from '#renderer/editor/commands/marks.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { counter } from '../support/articles.ts'
import { fraction, pointAt, startDocument, steps, type Step } from '../support/editor-commands.ts'
import { brokenLaws } from '../support/laws.ts'

/** @returns an editor on the starting document with its caret in the first paragraph. */
function openEditor(newId: () => string): Editor {
  const editor = createArticleEditor(newId)
  loadDocument(editor, startDocument())
  editor.select({ path: [3, 0], offset: 5 })
  return editor
}

/** @returns all text of a document in order. */
function words(document: Block[]): string {
  return [...Node.texts({ children: document } as Editor)]
    .map(([text]) => (Text.isText(text) ? text.text : ''))
    .join('')
}

describe('any sequence of commands in the editor', () => {
  it('starts from a lawful document', () => {
    expect(brokenLaws(startDocument())).toEqual([])
  })

  it('leaves a document that the schema accepts and the normaliser does not change', () => {
    fc.assert(
      fc.property(steps(25), (all) => {
        const newId = counter('e')
        const editor = openEditor(newId)
        for (const each of all) each.run(editor, newId)
        expect(brokenLaws(documentOf(editor))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('is undone and redone completely', () => {
    fc.assert(
      fc.property(steps(25), (all) => {
        const newId = counter('e')
        const editor = openEditor(newId)
        for (const each of all) each.run(editor, newId)
        const done = structuredClone(documentOf(editor))
        const redosBefore = editor.history.redos.length
        let undone = 0
        while (editor.history.undos.length > 0) {
          editor.undo()
          undone += 1
        }
        expect(documentOf(editor)).toEqual(startDocument())
        for (; undone > 0; undone -= 1) editor.redo()
        expect(documentOf(editor)).toEqual(done)
        expect(editor.history.redos.length).toBe(redosBefore)
      }),
      { numRuns: 200 },
    )
  })

  it('leaves a document that JSON does not change', () => {
    fc.assert(
      fc.property(steps(15), (all) => {
        const newId = counter('e')
        const editor = openEditor(newId)
        for (const each of all) each.run(editor, newId)
        const document = documentOf(editor)
        expect(JSON.parse(JSON.stringify(document))).toStrictEqual(document)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps every word when only types, directions and marks change', () => {
    const sorts = fc.oneof(
      fc.tuple(fraction, fraction, fraction, fraction).map(
        ([a, b, c, d]): Step =>
          (editor) =>
            editor.select({ anchor: pointAt(editor, a, b), focus: pointAt(editor, c, d) }),
      ),
      fc.constantFrom<Step>(
        (editor, newId) => toggleKind(editor, 'subhead-2', newId),
        (editor, newId) => toggleKind(editor, 'ordered-list', newId),
        (editor, newId) => toggleKind(editor, 'quote', newId),
        (editor, newId) => toggleKind(editor, 'factbox', newId),
        (editor) => setDirection(editor, 'other'),
        (editor) => toggleMark(editor, 'bold'),
        toggleIsolate,
      ),
    )
    fc.assert(
      fc.property(fc.array(sorts, { minLength: 2, maxLength: 20, size: 'max' }), (all) => {
        const newId = counter('e')
        const editor = openEditor(newId)
        for (const run of all) run(editor, newId)
        expect(words(documentOf(editor))).toBe(words(startDocument()))
      }),
      { numRuns: 200 },
    )
  })
})
