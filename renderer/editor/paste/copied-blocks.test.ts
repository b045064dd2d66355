import { Editor, Node, type Location, type Point } from 'slate'
import { describe, expect, it } from 'vitest'
import { figure, head, list, paragraph, subhead, table } from '#core/article/factories.ts'
import { FRAGMENT_TYPE, writeFragment } from '#core/import/clipboard/fragment.ts'
import { counter } from '#tests/support/articles.ts'
import { drawn } from '#tests/support/drawn.ts'
import { pasteInto } from '#tests/support/paste-into.ts'
import { createArticleEditor, documentOf, loadDocument } from '../create-editor.ts'
import { copiedBlocks } from './copied-blocks.ts'
import { copiedCells, emptyCells } from './selected-cells.ts'

function copied(at: Location): { lines: string[]; isPart: boolean } | null {
  const id = counter('d')
  const editor = createArticleEditor(counter('e'))
  loadDocument(editor, [
    head('headline', id, 'عنوان الخبر'),
    list(id, false, ['أول بند']),
    figure(id, { caption: 'في لندن', credit: 'وكالة' }),
    table(id, [['س', 'ص']]),
    subhead(id, 'محور'),
    paragraph(id, 'متن'),
  ])
  editor.select(Editor.range(editor, at))
  const found = copiedBlocks(editor)
  return found === null ? null : { lines: drawn(found.blocks), isPart: found.isPart }
}

const range = (path: number[], from: number, to: number) => ({
  anchor: { path, offset: to },
  focus: { path, offset: from },
})

describe('copiedBlocks', () => {
  it.each([
    ['a headline', range([0, 0], 0, 5), 'paragraph: عنوان'],
    ['an item', range([1, 0, 0], 0, 3), 'paragraph: أول'],
    ['a caption', range([2, 0, 0], 3, 7), 'paragraph: لندن'],
    ['a cell', range([3, 0, 0, 0], 0, 1), 'paragraph: س'],
    ['a subhead', range([4, 0], 0, 2), 'paragraph: مح'],
  ])('takes words of %s alone', (_name, at, line) => {
    expect(copied(at)).toEqual({ lines: [line], isPart: true })
  })
  it('takes whole blocks otherwise', () => {
    expect(copied([4])).toEqual({ lines: ['subhead: محور'], isPart: false })
    expect(copied([3])).toEqual({
      lines: ['table table-row table-cell: س', 'table table-row table-cell: ص'],
      isPart: false,
    })
    expect(copied({ anchor: { path: [4, 0], offset: 2 }, focus: { path: [5, 0], offset: 2 } })).toEqual({
      lines: ['subhead: ور', 'paragraph: مت'],
      isPart: false,
    })
  })
  it('takes nothing at a caret', () => {
    expect(copied({ path: [5, 0], offset: 1 })).toBeNull()
  })
})

describe('several cells of a table', () => {
  const GRID = [
    ['أ', 'ب "1"', 'ج'],
    ['د', '', 'و'],
    ['ز', 'ح\nط', 'ي'],
  ]

  function opened(anchor: Point, focus: Point) {
    const editor = createArticleEditor(counter('e'))
    const source = { ...table(counter('t'), GRID), header: true, headerColumn: true }
    loadDocument(editor, [head('headline', counter('h'), 'عنوان'), source, table(counter('u'), [['', '']])])
    editor.select({ anchor, focus })
    return editor
  }
  const cell = (row: number, column: number, offset: number): Point => ({ path: [1, row, column, 0], offset })
  const rows = (editor: Editor, at: number): string[][] => {
    const block = documentOf(editor)[at]
    return block?.type === 'table' ? block.children.map((row) => row.children.map((each) => Node.string(each))) : []
  }
  function clipboard(editor: Editor) {
    const held = new Map<string, string>()
    const setData = (type: string, value: string): void => void held.set(type, value)
    editor.setFragmentData({ setData } as DataTransfer, 'copy')
    const of = (type: string): string => held.get(type) ?? ''
    return { fragment: of(FRAGMENT_TYPE), html: of('text/html'), text: of('text/plain') }
  }

  it('are copied as the whole cells between two corners, and paste into the right ones', () => {
    const all = clipboard(opened(cell(2, 1, 0), cell(0, 0, 1)))
    expect(all.text).toBe('أ\tب "1"\nد\t\nز\t"ح\nط"')
    for (const given of [{ fragment: all.fragment }, { html: all.html }, { text: all.text }]) {
      const editor = opened(cell(0, 0, 0), cell(0, 0, 0))
      editor.select(Editor.start(editor, [2]))
      pasteInto(editor, given)
      expect(rows(editor, 2)).toEqual([
        ['أ', 'ب "1"'],
        ['د', ''],
        ['ز', 'ح\nط'],
      ])
    }
  })

  it('end with an empty one, in which nothing can be selected', () => {
    expect(clipboard(opened(cell(0, 0, 0), cell(1, 1, 0))).text).toBe('أ\tب "1"\nد\t')
  })

  it('have the names of rows and columns only where these are among them', () => {
    const names = (anchor: Point, focus: Point) => {
      const copy = copiedCells(opened(anchor, focus))
      return [copy?.header, copy?.headerColumn]
    }
    expect(names(cell(0, 0, 0), cell(1, 1, 0))).toEqual([true, true])
    expect(names(cell(1, 1, 0), cell(2, 2, 0))).toEqual([false, undefined])
  })

  it('are emptied, and no others, when they are cut', () => {
    const editor = opened(cell(0, 2, 0), cell(1, 2, 1))
    expect(emptyCells(editor)).toBe(true)
    expect(rows(editor, 1)).toEqual([
      ['أ', 'ب "1"', ''],
      ['د', '', ''],
      ['ز', 'ح\nط', 'ي'],
    ])
    expect(editor.selection?.focus).toEqual(cell(0, 2, 0))
  })

  it('are emptied by a key that deletes, and by typing, which goes on in the first', () => {
    for (const key of ['delete', 'type'] as const) {
      // The corners are at the top left and the bottom right: as text, the last cell of the first row is between them.
      const editor = opened(cell(0, 0, 0), cell(1, 1, 0))
      if (key === 'delete') editor.deleteFragment()
      else editor.insertText('ن')
      expect(rows(editor, 1)).toEqual([
        [key === 'delete' ? '' : 'ن', '', 'ج'],
        ['', '', 'و'],
        ['ز', 'ح\nط', 'ي'],
      ])
      editor.undo()
      expect(rows(editor, 1)[0]).toEqual(['أ', 'ب "1"', 'ج'])
    }
  })

  it('are not meant by a whole cell whose selection ends at the start of the next', () => {
    const editor = opened(cell(0, 0, 0), cell(0, 1, 0))
    expect(emptyCells(editor)).toBe(false)
    pasteInto(editor, { fragment: writeFragment([table(counter('f'), [['س']])]) })
    expect(rows(editor, 1)[0]).toEqual(['س', 'ب "1"', 'ج'])
  })

  it('come as their selected words alone when these are dragged', () => {
    const editor = opened(cell(0, 0, 0), cell(0, 1, 1))
    expect(drawn(copiedBlocks(editor, true)?.blocks ?? [])).toEqual([
      'table table-row table-cell: أ',
      'table table-row table-cell: ب',
    ])
  })
})
