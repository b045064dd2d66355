import fc from 'fast-check'
import { Editor, Node } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Table } from '#core/article/block.ts'
import { head, paragraph, table } from '#core/article/factories.ts'
import * as commands from '#renderer/editor/commands/table.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { lineBeyond, rowEntered } from '#renderer/editor/keys/table-lines.ts'
import { act } from '../support/act.ts'
import { counter } from '../support/articles.ts'

type Words = readonly (readonly string[])[]
/** A table as its words, and the cell with the caret. */
type Grid = { words: Words; row: number; column: number }

const newId = counter('new')

/** @returns an editor over a paragraph, a table of these words, and another paragraph */
function open(words: Words): Editor {
  const id = counter()
  const editor = createArticleEditor(counter('made'))
  loadDocument(editor, [head('headline', id, 'عنوان'), paragraph(id, 'قبل'), table(id, words), paragraph(id, 'بعد')])
  return editor
}

function put(editor: Editor, row: number, column: number): void {
  editor.select(Editor.start(editor, [2, row, column]))
}

const tableIn = (editor: Editor): Table | undefined =>
  documentOf(editor).find((block): block is Table => block.type === 'table')

/** @returns the words of the table and the place of the caret; null where there is no table */
function gridOf(editor: Editor): Grid | null {
  const found = tableIn(editor)
  const path = editor.selection?.focus.path ?? []
  if (found === undefined) return null
  const words = found.children.map((row) => row.children.map((cell) => Node.string(cell)))
  return { words, row: path[1] ?? -1, column: path[2] ?? -1 }
}

const without = <Each>(list: readonly Each[], at: number): Each[] => list.filter((_each, index) => index !== at)
const insert = <Each>(list: readonly Each[], at: number, each: Each): Each[] => list.toSpliced(at, 0, each)
const moved = <Each>(list: readonly Each[], from: number, to: number): Each[] => {
  const each = list[from]
  return each === undefined ? [...list] : insert(without(list, from), to, each)
}
const width = ({ words }: Grid): number => words[0]?.length ?? 0
const emptyRow = (grid: Grid): string[] => Array.from({ length: width(grid) }, () => '')
const columns = (grid: Grid, change: (row: readonly string[]) => string[]): string[][] => grid.words.map(change)

/** What each command does to a table, said once more with arrays. */
const MODEL: Record<string, { run: (editor: Editor) => void; after: (grid: Grid) => Grid | null }> = {
  'a row above': {
    run: (editor) => commands.addRow(editor, newId, 'before'),
    after: (grid) => ({ ...grid, words: insert(grid.words, grid.row, emptyRow(grid)) }),
  },
  'a row below': {
    run: (editor) => commands.addRow(editor, newId),
    after: (grid) => ({ ...grid, words: insert(grid.words, grid.row + 1, emptyRow(grid)), row: grid.row + 1 }),
  },
  'a column before': {
    run: (editor) => commands.addColumn(editor, newId, 'before'),
    after: (grid) => ({ ...grid, words: columns(grid, (row) => insert(row, grid.column, '')) }),
  },
  'a column after': {
    run: (editor) => commands.addColumn(editor, newId),
    after: (grid) => ({
      ...{ words: columns(grid, (row) => insert(row, grid.column + 1, '')), row: grid.row },
      column: grid.column + 1,
    }),
  },
  'no row': {
    run: commands.removeRow,
    after: (grid) =>
      grid.words.length === 1
        ? null
        : { ...grid, words: without(grid.words, grid.row), row: Math.min(grid.row, grid.words.length - 2) },
  },
  'no column': {
    run: commands.removeColumn,
    after: (grid) =>
      width(grid) === 1
        ? null
        : {
            ...{ words: columns(grid, (row) => without(row, grid.column)), row: grid.row },
            column: Math.min(grid.column, width(grid) - 2),
          },
  },
  'the row down': {
    run: (editor) => void commands.moveRow(editor, 1),
    after: (grid) =>
      grid.row === grid.words.length - 1
        ? grid
        : { ...grid, words: moved(grid.words, grid.row, grid.row + 1), row: grid.row + 1 },
  },
  'the row up': {
    run: (editor) => void commands.moveRow(editor, -1),
    after: (grid) =>
      grid.row === 0 ? grid : { ...grid, words: moved(grid.words, grid.row, grid.row - 1), row: grid.row - 1 },
  },
  'the column on': {
    run: (editor) => void commands.moveColumn(editor, 1),
    after: (grid) =>
      grid.column === width(grid) - 1
        ? grid
        : {
            ...{ words: columns(grid, (row) => moved(row, grid.column, grid.column + 1)), row: grid.row },
            column: grid.column + 1,
          },
  },
  'the column back': {
    run: (editor) => void commands.moveColumn(editor, -1),
    after: (grid) =>
      grid.column === 0
        ? grid
        : {
            ...{ words: columns(grid, (row) => moved(row, grid.column, grid.column - 1)), row: grid.row },
            column: grid.column - 1,
          },
  },
  'the next cell': {
    run: (editor) => void commands.stepCell(editor, 1, newId),
    after(grid) {
      if (grid.column < width(grid) - 1) return { ...grid, column: grid.column + 1 }
      const isLast = grid.row === grid.words.length - 1
      return {
        words: isLast ? [...grid.words, emptyRow(grid)] : grid.words,
        ...{ row: grid.row + 1, column: 0 },
      }
    },
  },
  'the previous cell': {
    run: (editor) => void commands.stepCell(editor, -1, newId),
    after(grid) {
      if (grid.column > 0) return { ...grid, column: grid.column - 1 }
      return grid.row === 0 ? grid : { ...grid, row: grid.row - 1, column: width(grid) - 1 }
    },
  },
  'a header': { run: commands.toggleHeader, after: (grid) => grid },
  'a header column': { run: commands.toggleHeaderColumn, after: (grid) => grid },
}

const sizes = fc.record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }) })

describe('the commands of tables', () => {
  it('do what the same does to rows of words, keep every row equally long, and come back by undo', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.nat(3),
        fc.nat(3),
        fc.array(fc.constantFrom(...Object.keys(MODEL)), { minLength: 1, maxLength: 8 }),
        (size, row, column, names) => {
          const words = Array.from({ length: size.rows }, (_row, down) =>
            Array.from({ length: size.columns }, (_cell, across) => `كلمة ${down} ${across}`),
          )
          const editor = open(words)
          put(editor, row % size.rows, column % size.columns)
          let expected = gridOf(editor)
          for (const name of names) {
            const { run, after } = MODEL[name] ?? {}
            if (expected === null || run === undefined || after === undefined) return
            // It also checks the laws of the document, and that undo gives back what stood before.
            act(editor, run)
            expected = after(expected)
            expect(gridOf(editor)).toEqual(expected)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('act on all rows and columns that are selected', () => {
    const editor = open([
      ['أ', 'ب', 'ت', 'ث'],
      ['1', '2', '3', '4'],
      ['5', '6', '7', '8'],
    ])
    const select = (from: [number, number], to: [number, number]): void =>
      editor.select({ anchor: Editor.start(editor, [2, ...from]), focus: Editor.end(editor, [2, ...to]) })
    select([1, 2], [0, 1])
    act(editor, () => commands.moveColumn(editor, 1))
    expect(gridOf(editor)?.words).toEqual([
      ['أ', 'ث', 'ب', 'ت'],
      ['1', '4', '2', '3'],
      ['5', '8', '6', '7'],
    ])
    act(editor, commands.removeColumn)
    expect(gridOf(editor)?.words).toEqual([
      ['أ', 'ث'],
      ['1', '4'],
      ['5', '8'],
    ])
    select([0, 0], [1, 1])
    act(editor, commands.removeRow)
    expect(gridOf(editor)).toEqual({ words: [['5', '8']], row: 0, column: 0 })
    editor.select({ anchor: Editor.end(editor, [2, 0, 1]), focus: Editor.start(editor, [2, 0, 0]) })
    act(editor, commands.removeColumn)
    expect(documentOf(editor).map(({ type }) => type)).toEqual(['headline', 'paragraph', 'paragraph'])
  })

  it('let the first row and the first column be names, and no longer', () => {
    const editor = open([['أ', 'ب']])
    put(editor, 0, 1)
    act(editor, commands.toggleHeaderColumn)
    act(editor, commands.toggleHeader)
    expect(tableIn(editor)).toMatchObject({ header: false, headerColumn: true })
    act(editor, commands.toggleHeaderColumn)
    expect(tableIn(editor)).not.toHaveProperty('headerColumn')
  })
})

describe('up and down in a table', () => {
  const words = [
    ['أ', 'ب'],
    ['ت', 'ث'],
  ]
  it.each([
    ['the cell below', [2, 0, 1], 'forward', [2, 1, 1]],
    ['the cell above', [2, 1, 0], 'backward', [2, 0, 0]],
    ['the paragraph after the last row', [2, 1, 0], 'forward', [3]],
    ['the paragraph before the first row', [2, 0, 1], 'backward', [1]],
    ['no other line from a paragraph', [1], 'forward', null],
  ] as const)('come to %s', (_name, from, way, to) => {
    expect(lineBeyond(open(words), [...from], way)).toEqual(to)
  })
  it('have nowhere to go from a table at the end of an article', () => {
    const editor = open(words)
    editor.removeNodes({ at: [3] })
    expect(lineBeyond(editor, [2, 1, 1], 'forward')).toBeNull()
  })
  it('enter a table in its first row from above, and in its last from below', () => {
    const editor = open(words)
    expect(rowEntered(editor, [2, 0, 0], 'forward')).toEqual([
      [2, 0, 0],
      [2, 0, 1],
    ])
    expect(rowEntered(editor, [2, 1, 1], 'backward')).toEqual([
      [2, 1, 0],
      [2, 1, 1],
    ])
    expect(rowEntered(editor, [3], 'forward')).toBeNull()
  })
})
