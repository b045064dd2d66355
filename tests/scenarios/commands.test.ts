import { Editor } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { figure, head, paragraph, related, table } from '#core/article/factories.ts'
import { compileFind, FIND_DEFAULTS } from '#core/text/find.ts'
import { deleteBlock, duplicateBlock, moveBlock, moveBlocksTo } from '#renderer/editor/commands/arrange.ts'
import { clearFormatting } from '#renderer/editor/commands/clear.ts'
import { indentItems } from '#renderer/editor/commands/list.ts'
import { addToGallery, insertPictures, setFigurePicture } from '#renderer/editor/commands/pictures.ts'
import { addColumn, removeRow, stepCell, toggleHeader } from '#renderer/editor/commands/table.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { runOf } from '#renderer/editor/selection/selected-blocks.ts'
import { findAll, nextMatch, replaceMatches } from '#renderer/editor/find/matches.ts'
import { setTypingRules } from '#renderer/editor/with/with-typing.ts'
import { act } from '../support/act.ts'
import { counter } from '../support/articles.ts'
import { openOutline, outlineOf, wholeOutline, type Outline } from '../support/outline.ts'

const asset = { hash: 'a'.repeat(64), mediaType: 'image/png', width: 4, height: 3, size: 9, name: 'a.png' } as const

/** @returns an editor over a headline and these blocks, with the caret at the start of the first one. */
function open(...body: Block[]): Editor {
  const editor = createArticleEditor(counter())
  loadDocument(editor, [head('headline', () => 'h', 'عنوان'), ...body])
  editor.select(Editor.start(editor, [1]))
  return editor
}

const expectBody = (editor: Editor, body: Outline): void => expect(outlineOf(editor)).toEqual(wholeOutline(body))

const id = counter()

describe('arranging', () => {
  it('moves blocks of the body, never into the head, and items within their list', () => {
    const editor = openOutline(['paragraph: |أول', 'list', '  list-item: بند', '  list-item: آخر'])
    expect(act(editor, () => moveBlock(editor, false))).toBe(false)
    expect(act(editor, () => moveBlock(editor, true))).toBe(true)
    expectBody(editor, ['list', '  list-item: بند', '  list-item: آخر', 'paragraph: |أول'])
    editor.select(Editor.start(editor, [1, 1]))
    act(editor, () => moveBlock(editor, false))
    expectBody(editor, ['list', '  list-item: |آخر', '  list-item: بند', 'paragraph: أول'])
    act(editor, () => moveBlocksTo(editor, runOf([2]), 0))
    expectBody(editor, ['paragraph: أول', 'list', '  list-item: |آخر', '  list-item: بند'])
  })
  it('duplicates blocks with new ids, and deletes them', () => {
    const editor = openOutline(['paragraph: |أول', 'paragraph: ثانٍ'])
    act(editor, () => duplicateBlock(editor))
    expectBody(editor, ['paragraph: أول', 'paragraph: |أول', 'paragraph: ثانٍ'])
    expect(new Set(documentOf(editor).map((block) => block.id)).size).toBe(4)
    act(editor, () => deleteBlock(editor))
    act(editor, () => deleteBlock(editor))
    expectBody(editor, ['paragraph: أول|'])
  })
  it('duplicates only the body of a selection that begins in the head, and selects the copy', () => {
    const editor = openOutline(['paragraph: أول'])
    editor.select({ anchor: { path: [0, 0], offset: 4 }, focus: { path: [1, 0], offset: 2 } })
    act(editor, () => duplicateBlock(editor))
    expectBody(editor, ['paragraph: أول', 'paragraph: أو|ل'])
    expect(editor.selection).toEqual({ anchor: { path: [2, 0], offset: 0 }, focus: { path: [2, 0], offset: 2 } })
  })
})

describe('lists and tables', () => {
  it('nest items at most one level below the item before', () => {
    const editor = openOutline(['list', '  list-item: أول', '  list-item: ثانٍ', '  list-item: ثالث'])
    expect(act(editor, () => indentItems(editor, 1))).toBe(true)
    expectBody(editor, ['list', '  list-item: |أول', '  list-item: ثانٍ', '  list-item: ثالث'])
    editor.select({ anchor: Editor.start(editor, [1, 1]), focus: Editor.end(editor, [1, 2]) })
    act(editor, () => indentItems(editor, 1))
    act(editor, () => indentItems(editor, 1))
    expectBody(editor, ['list', '  list-item: أول', '  list-item 1: ثانٍ', '  list-item 2: ثالث|'])
    act(editor, () => indentItems(editor, -1))
    expectBody(editor, ['list', '  list-item: أول', '  list-item: ثانٍ', '  list-item 1: ثالث|'])
    editor.select(Editor.start(editor, [0]))
    expect(act(editor, () => indentItems(editor, 1))).toBe(false)
  })
  it('get rows by Tab, columns and a header, and lose rows', () => {
    const editor = open(table(id, [['أ', 'ب']]))
    const firstRow = ['  table-row', '    table-cell: أ', '    table-cell: ب']
    act(editor, () => stepCell(editor, 1, counter('t')))
    act(editor, () => stepCell(editor, 1, counter('u')))
    expectBody(editor, ['table', ...firstRow, '  table-row', '    table-cell: |', '    table-cell: '])
    act(editor, () => addColumn(editor, counter('v')))
    expectBody(editor, [
      ...['table', '  table-row', '    table-cell: أ', '    table-cell: ', '    table-cell: ب'],
      ...['  table-row', '    table-cell: ', '    table-cell: |', '    table-cell: '],
    ])
    act(editor, () => toggleHeader(editor))
    expect(documentOf(editor)[1]).toMatchObject({ header: false })
    act(editor, () => removeRow(editor))
    act(editor, () => removeRow(editor))
    expectBody(editor, ['headline: عنوان|', 'paragraph: '])
  })
})

describe('pictures', () => {
  const stored = (caption: string) => ({ asset, description: { caption, credit: 'مصدر', alt: '', date: '2022-06-21' } })
  it('are inserted alone as a figure, together as a gallery, and fill only empty fields', () => {
    const single = openOutline(['paragraph: |نص'])
    act(single, () => insertPictures(single, [stored('وحيدة')], counter('o')))
    expectBody(single, ['paragraph: نص', 'figure', '  caption: |وحيدة', '  credit: مصدر'])
    const editor = openOutline(['paragraph: |نص'])
    act(editor, () => insertPictures(editor, [stored('أولى'), stored('ثانية')], counter('p')))
    expectBody(editor, [
      ...['paragraph: نص', 'gallery', '  figure', '    caption: |أولى', '    credit: مصدر'],
      ...['  figure', '    caption: ثانية', '    credit: مصدر'],
    ])
    act(editor, () => addToGallery(editor, [2], [stored('ثالثة')], counter('q')))
    expect(documentOf(editor)[2]?.children).toHaveLength(3)
    const waiting = open(figure(id, { caption: 'كتبها الصحفي' }))
    act(waiting, () => setFigurePicture(waiting, [1], stored('من الصورة')))
    expectBody(waiting, ['figure', '  caption: |كتبها الصحفي', '  credit: مصدر'])
    expect(documentOf(waiting)[1]).toMatchObject({ asset, date: '2022-06-21' })
  })
})

describe('finding', () => {
  it('replaces across marks in every line, the head and captions included, in one step', () => {
    const bold = {
      ...paragraph(id),
      children: [{ text: 'قال أح' }, { text: 'مد', bold: true as const }, { text: ' نعم' }],
    }
    const editor = open(bold, figure(id, { caption: 'أحمد' }))
    editor.select(Editor.end(editor, [0]))
    act(editor, () => editor.insertText(' أحمد'))
    const matches = findAll(editor, compileFind('احمد', FIND_DEFAULTS))
    expect(matches).toEqual([
      { path: [0], start: 6, end: 10 },
      { path: [1], start: 4, end: 8 },
      { path: [2, 0], start: 0, end: 4 },
    ])
    editor.select(Editor.start(editor, [2, 0]))
    expect(nextMatch(editor, matches)).toBe(2)
    act(editor, () => replaceMatches(editor, matches, 'محمود'))
    expect(outlineOf(editor)).toEqual([
      ...['headline: عنوان محمود', 'paragraph: قال محمود نعم', 'figure', '  caption: محمود|', '  credit: '],
    ])
    editor.undo()
    expect(outlineOf(editor)).toEqual([
      ...['headline: عنوان أحمد', 'paragraph: قال أحمد نعم', 'figure', '  caption: |أحمد', '  credit: '],
    ])
  })
})

describe('formatting and typing', () => {
  it('is cleared from the line, links included', () => {
    const link = {
      type: 'link' as const,
      url: 'https://example.org/',
      children: [{ text: 'رابط', bold: true as const }],
    }
    const editor = open({
      ...paragraph(id),
      children: [{ text: 'قبل ' }, link, { text: ' بعد', italic: true as const }],
    })
    act(editor, () => clearFormatting(editor))
    expect(documentOf(editor)[1]?.children).toEqual([{ text: 'قبل رابط بعد' }])
  })
  it('clears a selection that ends where the next text begins', () => {
    const bold = { text: 'المصدر', bold: true as const }
    const isolate = { type: 'ltr' as const, children: [{ text: '+964 770' }] }
    const editor = open({
      ...paragraph(id),
      children: [{ text: 'من ' }, bold, { text: ' إلى ' }, isolate, { text: '.' }],
    })
    editor.select({ anchor: { path: [1, 0], offset: 3 }, focus: { path: [1, 4], offset: 0 } })
    act(editor, () => clearFormatting(editor))
    expect(documentOf(editor)[1]?.children).toEqual([{ text: 'من المصدر إلى +964 770.' }])
  })
  it('clears the marks that the caret carries into an empty line', () => {
    const editor = open({ ...paragraph(id), children: [{ text: 'غ', bold: true as const }] })
    editor.select(Editor.end(editor, [1]))
    act(editor, () => editor.insertBreak())
    act(editor, () => clearFormatting(editor))
    expect(documentOf(editor)[2]?.children).toEqual([{ text: '' }])
    act(editor, () => editor.insertText('ب'))
    expect(documentOf(editor)[2]?.children).toEqual([{ text: 'ب' }])
  })
  it('typed text after a link is no link, and a new related link has no address', () => {
    const link = { type: 'link' as const, url: 'https://example.org/', children: [{ text: 'رابط' }] }
    const editor = open({ ...paragraph(id), children: [{ text: '' }, link, { text: '' }] })
    editor.select(Editor.end(editor, [1, 1]))
    act(editor, () => editor.insertText('!'))
    expect(documentOf(editor)[1]?.children).toEqual([{ text: '' }, link, { text: '!' }])
    const links = open(related(id, [{ title: 'مادة', url: 'https://example.org/' }]))
    links.select(Editor.end(links, [1]))
    act(links, () => links.insertBreak())
    expect(documentOf(links)[1]?.children).toMatchObject([{ url: 'https://example.org/' }, { url: '' }])
  })
  it('typed quotes and digits are converted only when the settings say so', () => {
    const editor = open(paragraph(id, ''))
    for (const letter of '"1"') act(editor, () => editor.insertText(letter))
    expectBody(editor, ['paragraph: "1"|'])
    setTypingRules(editor, { quotes: true, dashes: true, blocks: true, digits: 'arab' })
    for (const letter of ' "2') act(editor, () => editor.insertText(letter))
    act(editor, () => {
      editor.insertText('"')
      expectBody(editor, ['paragraph: "1" «٢»|'])
      editor.deleteBackward('character')
    })
    expectBody(editor, ['paragraph: "1" «٢"|'])
  })
})
