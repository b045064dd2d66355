import fc from 'fast-check'
import { Editor } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import type { Article } from '#core/article/article.ts'
import { head, list, newArticle, paragraph, quote, separator, table } from '#core/article/factories.ts'
import { normaliseDocument } from '#core/article/normalise.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { replaceDocument, restoreBlock } from '#renderer/editor/commands/restore.ts'
import { counter } from '../support/articles.ts'

const line = (id: string, text: string): Block => paragraph(() => id, text)
const headline = head('headline', () => 'h', 'عنوان')

function open(...document: Block[]): Editor {
  const editor = createArticleEditor(counter('new'))
  loadDocument(editor, document)
  editor.select(Editor.end(editor, []))
  return editor
}

const texts = (editor: Editor): string[] => documentOf(editor).map(({ id }) => id)

/** @returns blocks of every shape. Their ids do not depend on the text, so that two versions share them. */
function pool(text: string): Block[] {
  const id = counter('i')
  return [
    line('p1', text),
    line('p2', `${text} آخر`),
    { ...list(id, false, ['أ', text]), id: 'l' },
    { ...quote(id, text, 'قائل'), id: 'q' },
    { ...table(id, [['أ', text]]), id: 't' },
    { ...separator(id), id: 's' },
    head('kicker', () => 'k', text),
    head('byline', () => 'b', text),
    head('headline', () => 'h', text),
  ]
}
const documents = fc
  .tuple(fc.constantFrom('أ', 'ب'), fc.constantFrom('أ', 'ب'))
  .chain(([first, second]) =>
    fc.tuple(fc.shuffledSubarray(pool(first)), fc.shuffledSubarray(pool(second)), fc.shuffledSubarray(pool(second))),
  )
  .map(([one, other, more]) => [...one.slice(0, 4), ...other, ...more])
  .map((blocks) => blocks.filter(({ id }, index) => blocks.findIndex((each) => each.id === id) === index))
  .map((blocks) => normaliseDocument(blocks, counter('n')))

describe('replaceDocument', () => {
  it('replaces the document with the older one, ids included, in one undo step', () => {
    fc.assert(
      fc.property(documents, documents, (now, older) => {
        const editor = open(...now)
        const before = structuredClone(documentOf(editor))
        replaceDocument(editor, older)
        expect(documentOf(editor)).toEqual(older)
        const steps = editor.history.undos.length
        expect(steps).toBeLessThanOrEqual(1)
        if (steps === 1) editor.undo()
        expect(documentOf(editor)).toEqual(before)
        if (steps === 1) editor.redo()
        expect(documentOf(editor)).toEqual(older)
      }),
    )
  })
  it('is its own undo step after typing', () => {
    const editor = open(headline, line('p1', 'أول'))
    editor.insertText(' كلمة')
    replaceDocument(editor, [headline, line('p1', 'قديم')])
    editor.undo()
    expect(documentOf(editor)).toEqual([headline, line('p1', 'أول كلمة')])
  })
  it('keeps the objects of unchanged blocks', () => {
    const kept = line('p1', 'أول')
    const editor = open(headline, kept, line('p2', 'ثان'))
    replaceDocument(editor, [headline, line('p3', 'ثالث'), structuredClone(kept)])
    expect(editor.children[2]).toBe(kept)
  })
})

/** Restores a block of an older document. */
function restore(editor: Editor, older: Block[], id: string, isMoved: boolean): boolean {
  const version = (document: Block[]): Article => newArticle('a', counter('a'), document)
  return restoreBlock(editor, version(documentOf(editor)), version(older), id, isMoved)
}

describe('restoreBlock', () => {
  const older = [headline, line('p1', 'أول'), line('p2', 'ثان'), line('p3', 'ثالث')]

  it('replaces a text with the older one', () => {
    const editor = open(headline, line('p1', 'أول'), line('p2', 'ثان معدّل'), line('new', 'جديد'))
    expect(restore(editor, older, 'p2', false)).toBe(true)
    expect(documentOf(editor)).toEqual([headline, line('p1', 'أول'), line('p2', 'ثان'), line('new', 'جديد')])
    editor.undo()
    expect(documentOf(editor)[2]).toEqual(line('p2', 'ثان معدّل'))
  })
  it.each([
    ['after its old predecessor', ['h', 'p1', 'x', 'p3'], 'p2', ['h', 'p1', 'p2', 'x', 'p3']],
    ['after the nearest remaining predecessor', ['h', 'p1', 'x'], 'p3', ['h', 'p1', 'p3', 'x']],
    ['before its old successor when no predecessor is left', ['h', 'x', 'p3'], 'p1', ['h', 'p1', 'x', 'p3']],
  ])('puts a removed block %s', (_where, now, id, expected) => {
    const editor = open(...now.map((each) => older.find((block) => block.id === each) ?? line(each, each)))
    expect(restore(editor, older, id, false)).toBe(true)
    expect(texts(editor)).toEqual(expected)
    expect(documentOf(editor).find((block) => block.id === id)).toEqual(older.find((block) => block.id === id))
    editor.undo()
    expect(texts(editor)).toEqual(now)
  })
  it('moves a block back to its old neighbours on request, in one step', () => {
    const editor = open(headline, line('p3', 'ثالث'), line('p1', 'أول'), line('p2', 'ثان'))
    expect(restore(editor, older, 'p3', true)).toBe(true)
    expect(texts(editor)).toEqual(['h', 'p1', 'p2', 'p3'])
    editor.undo()
    expect(texts(editor)).toEqual(['h', 'p3', 'p1', 'p2'])
  })
  it('replaces a field of the head', () => {
    const editor = open(
      head('kicker', () => 'other', 'آخر'),
      headline,
      line('p1', 'أول'),
    )
    expect(restore(editor, [head('kicker', () => 'k', 'قديم'), ...older], 'k', false)).toBe(true)
    expect(documentOf(editor)[0]).toEqual(head('kicker', () => 'k', 'قديم'))
    expect(texts(editor)).toEqual(['k', 'h', 'p1'])
  })
  it('puts a removed field of the head back into its place', () => {
    const editor = open(headline, line('p1', 'أول'))
    restore(editor, [headline, head('dateline', () => 'd', 'بغداد'), line('p1', 'أول')], 'd', false)
    expect(texts(editor)).toEqual(['h', 'd', 'p1'])
    expect(documentOf(editor)[1]?.type).toBe('dateline')
  })
  it('takes apart a paragraph that was joined to another since', () => {
    const editor = open(headline, line('p1', 'أول'), line('p2', 'ثان معدّل ثالث'))
    expect(restore(editor, older, 'p2', false)).toBe(true)
    expect(documentOf(editor)).toEqual(older)
    editor.undo()
    expect(texts(editor)).toEqual(['h', 'p1', 'p2'])
  })
  it('does nothing for an unchanged or unknown block', () => {
    const editor = open(...older)
    expect(restore(editor, older, 'p2', false)).toBe(false)
    expect(restore(editor, older, 'nowhere', false)).toBe(false)
    expect(editor.history.undos).toEqual([])
  })
})
