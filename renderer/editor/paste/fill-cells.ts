import { Editor, Transforms, type Path } from 'slate'
import type { Direction, Table, TableCell, TableRow } from '#core/article/block.ts'
import { emptyBlock, type NewId } from '#core/article/factories.ts'
import { tableSpan } from '../commands/table.ts'

/**
 * Pastes the cells of a table into the cells of another, from the first selected cell on, which grows where they reach
 * over its edge. A single cell fills every selected one. The caret goes to the end of the last filled cell.
 * @returns false, and changes nothing, if the selection is not inside one table
 */
export function fillCells(editor: Editor, pasted: Table, newId: NewId): boolean {
  const span = tableSpan(editor)
  if (span === null) return false
  const [top, start] = [span.rows.first, span.columns.first]
  const width = Math.max(...pasted.children.map(({ children }) => children.length))
  const isOne = pasted.children.length === 1 && width === 1
  const rows = isOne ? span.rows.last - top + 1 : pasted.children.length
  const columns = isOne ? span.columns.last - start + 1 : width
  const cellAt = (row: number, column: number): TableCell | undefined =>
    isOne ? pasted.children[0]?.children[0] : pasted.children[row]?.children[column]
  const { table } = span
  const filled = grown(table, { rows: top + rows, columns: start + columns }, newId)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const target = filled.children[top + row]?.children
      const cell = target?.[start + column]
      if (target === undefined || cell === undefined) continue
      const { dir, children } = cellAt(row, column) ?? { dir: table.dir, children: [{ text: '' }] }
      target[start + column] = { ...cell, dir, children }
    }
  }
  replaceTable(editor, span.path, filled)
  const last = [...span.path, top + rows - 1, start + columns - 1]
  Transforms.select(editor, Editor.end(editor, last))
  return true
}

/** @returns whether the selection is inside one table. */
export function isInTable(editor: Editor): boolean {
  return tableSpan(editor) !== null
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
export function replaceTable(editor: Editor, path: Path, table: Table): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: path })
    Transforms.insertNodes(editor, table, { at: path })
  })
}
