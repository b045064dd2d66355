import { Editor, Node, Path, Range, Transforms } from 'slate'
import type { Direction, Table, TableCell, TableRow } from '#core/article/block.ts'
import { emptyBlock, type NewId } from '#core/article/factories.ts'
import { ancestorOf, textBlockAt } from '../query.ts'

/** A rectangle of cells in a table. */
type Area = { table: Path; row: number; column: number; rows: number; columns: number }

/**
 * Pastes the cells of a table into the cells of another, from the first selected cell on, which grows where they reach
 * over its edge. A single cell fills every selected one. The caret goes to the end of the last filled cell.
 * @returns false, and changes nothing, if the selection is not inside one table
 */
export function fillCells(editor: Editor, pasted: Table, newId: NewId): boolean {
  const area = selectedCells(editor)
  if (area === null) return false
  const width = Math.max(...pasted.children.map(({ children }) => children.length))
  const isOne = pasted.children.length === 1 && width === 1
  const rows = isOne ? area.rows : pasted.children.length
  const columns = isOne ? area.columns : width
  const cellAt = (row: number, column: number): TableCell | undefined =>
    isOne ? pasted.children[0]?.children[0] : pasted.children[row]?.children[column]
  const table = Node.get(editor, area.table) as Table
  const filled = grown(table, { rows: area.row + rows, columns: area.column + columns }, newId)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const target = filled.children[area.row + row]?.children
      const cell = target?.[area.column + column]
      if (target === undefined || cell === undefined) continue
      const { dir, children } = cellAt(row, column) ?? { dir: table.dir, children: [{ text: '' }] }
      target[area.column + column] = { ...cell, dir, children }
    }
  }
  replace(editor, area.table, filled)
  const last = [...area.table, area.row + rows - 1, area.column + columns - 1]
  Transforms.select(editor, Editor.end(editor, last))
  return true
}

/** @returns whether the selection is inside one table. */
export function isInTable(editor: Editor): boolean {
  return selectedCells(editor) !== null
}

function selectedCells(editor: Editor): Area | null {
  if (editor.selection === null) return null
  const [start, end] = Range.edges(editor.selection).map((point) => textBlockAt(editor, point)?.[1])
  const [table, other] = [start, end].map((path) =>
    path === undefined ? null : ancestorOf(editor, path, 'table')?.[1],
  )
  if (start === undefined || end === undefined || !table || !other || !Path.equals(table, other)) return null
  const [from, to] = [start, end].map((path) => ({ row: path.at(-2) ?? 0, column: path.at(-1) ?? 0 }))
  if (from === undefined || to === undefined) return null
  const column = Math.min(from.column, to.column)
  return {
    table,
    row: from.row,
    column,
    rows: to.row - from.row + 1,
    columns: Math.max(from.column, to.column) - column + 1,
  }
}

/** @returns a copy of a table with empty rows and cells at its end, until it has a size. */
function grown(table: Table, wanted: { rows: number; columns: number }, newId: NewId): Table {
  const width = Math.max(wanted.columns, ...table.children.map(({ children }) => children.length))
  const cells = (count: number): TableCell[] =>
    Array.from({ length: count }, () => emptyBlock('table-cell', newId, table.dir))
  const missing = Math.max(0, wanted.rows - table.children.length)
  const rows = [...table.children, ...Array.from({ length: missing }, () => emptyRow(newId, table.dir))]
  return {
    ...table,
    children: rows.map((row) => ({ ...row, children: [...row.children, ...cells(width - row.children.length)] })),
  }
}

function emptyRow(newId: NewId, dir: Direction): TableRow {
  return { type: 'table-row', id: newId(), dir, children: [] }
}

/** Replaces a table as a whole: Slate would check every cell again after each one that is changed. */
function replace(editor: Editor, path: Path, table: Table): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: path })
    Transforms.insertNodes(editor, table, { at: path })
  })
}
