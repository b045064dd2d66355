import { Editor, Path, Transforms, type NodeEntry, type Range } from 'slate'
import type { Table, TableCell, TableRow } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { tableRow } from '#core/article/factories.ts'
import { ancestorOf, textBlockAt } from '../query.ts'
import { selectedRange } from '../selection/selected-range.ts'

type Place = { table: NodeEntry<Table>; row: number; column: number }

/** @returns the table around the caret with the row and column of its cell, or null. */
export function tablePlace(editor: Editor): Place | null {
  const entry = textBlockAt(editor, editor.selection?.focus ?? null)
  if (entry?.[0].type !== 'table-cell') return null
  const [, path] = entry
  const table = ancestorOf(editor, path, 'table')
  return table === null ? null : { table, row: path.at(-2) ?? 0, column: path.at(-1) ?? 0 }
}

type Indexes = { first: number; last: number }
/** A rectangle of cells. */
export type TableSpan = { table: Table; path: Path; rows: Indexes; columns: Indexes }

/**
 * @returns the rows and columns that the selection touches, in the table that it begins and ends in; else null. A hanging
 *   end does not count after a single cell. Elsewhere it is a corner: in an empty cell it can stand nowhere else.
 */
export function tableSpan(editor: Editor): TableSpan | null {
  const span = spanOf(editor, selectedRange(editor))
  return span === null || isOneCell(span) ? span : (spanOf(editor, editor.selection) ?? span)
}

/** @returns whether a rectangle is a single cell. */
export function isOneCell({ rows, columns }: TableSpan): boolean {
  return rows.first === rows.last && columns.first === columns.last
}

function spanOf(editor: Editor, range: Range | null): TableSpan | null {
  const cell = range === null ? null : textBlockAt(editor, range.focus)
  const entry = cell === null ? null : ancestorOf(editor, cell[1], 'table')
  if (range === null || entry === null) return null
  const [table, path] = entry
  const ends = [range.anchor, range.focus].map((point) => point.path)
  if (!ends.every((end) => Path.isAncestor(path, end))) return null
  const indexes = (depth: number): Indexes => {
    const found = ends.map((end) => end[path.length + depth] ?? 0)
    return { first: Math.min(...found), last: Math.max(...found) }
  }
  return { table, path, rows: indexes(0), columns: indexes(1) }
}

/**
 * Moves the caret to the next or previous cell in reading order. After the last one, adds a row. @returns whether the
 * caret is in a table.
 */
export function stepCell(editor: Editor, step: 1 | -1, newId: NewId): boolean {
  const place = tablePlace(editor)
  if (place === null) return false
  const [table, path] = place.table
  const width = table.children[0]?.children.length ?? 1
  const index = place.row * width + place.column + step
  if (index < 0) return true
  const row = Math.floor(index / width)
  if (row >= table.children.length) addRow(editor, newId)
  Transforms.select(editor, Editor.start(editor, [...path, row, index % width]))
  return true
}

/** Where a new row or column stands: beside the one at the caret. */
export type Side = 'before' | 'after'

/** Adds an empty row beside the one at the caret, and moves the caret into it. */
export function addRow(editor: Editor, newId: NewId, side: Side = 'after'): void {
  const place = tablePlace(editor)
  if (place === null) return
  const [table, path] = place.table
  const cells = table.children[0]?.children.map(() => '') ?? ['']
  const row: TableRow = tableRow(newId, cells)
  const withDirection = { ...row, dir: table.dir, children: row.children.map((cell) => ({ ...cell, dir: table.dir })) }
  const at = [...path, side === 'before' ? place.row : place.row + 1]
  Transforms.insertNodes(editor, withDirection, { at })
  Transforms.select(editor, Editor.start(editor, [...at, place.column]))
}

/** Adds an empty column beside the one at the caret, and moves the caret into it. */
export function addColumn(editor: Editor, newId: NewId, side: Side = 'after'): void {
  const place = tablePlace(editor)
  if (place === null) return
  const [table, path] = place.table
  const column = side === 'before' ? place.column : place.column + 1
  Editor.withoutNormalizing(editor, () => {
    for (const index of table.children.keys()) {
      const cell: TableCell = { type: 'table-cell', id: newId(), dir: table.dir, children: [{ text: '' }] }
      Transforms.insertNodes(editor, cell, { at: [...path, index, column] })
    }
  })
  Transforms.select(editor, Editor.start(editor, [...path, place.row, column]))
}

/** Removes the selected rows, or the whole table if no other is left. The caret moves to the row that follows. */
export function removeRow(editor: Editor): void {
  const span = tableSpan(editor)
  if (span === null) return
  const { table, path, rows, columns } = span
  const count = rows.last - rows.first + 1
  if (count === table.children.length) return Transforms.removeNodes(editor, { at: path })
  Editor.withoutNormalizing(editor, () => {
    for (let left = count; left > 0; left -= 1) Transforms.removeNodes(editor, { at: [...path, rows.first] })
  })
  const row = Math.min(rows.first, table.children.length - count - 1)
  Transforms.select(editor, Editor.start(editor, [...path, row, columns.first]))
}

/** Removes the selected columns, or the whole table if no other is left. The caret moves to the column that follows. */
export function removeColumn(editor: Editor): void {
  const span = tableSpan(editor)
  if (span === null) return
  const { table, path, rows, columns } = span
  const width = table.children[0]?.children.length ?? 1
  const count = columns.last - columns.first + 1
  if (count === width) return Transforms.removeNodes(editor, { at: path })
  Editor.withoutNormalizing(editor, () => {
    for (const row of table.children.keys()) {
      for (let left = count; left > 0; left -= 1) Transforms.removeNodes(editor, { at: [...path, row, columns.first] })
    }
  })
  const column = Math.min(columns.first, width - count - 1)
  Transforms.select(editor, Editor.start(editor, [...path, rows.first, column]))
}

/** Moves the selected columns one place on, or one back. @returns whether there is such a place */
export function moveColumn(editor: Editor, step: 1 | -1): boolean {
  const span = tableSpan(editor)
  if (span === null) return false
  const { table, path, columns } = span
  const width = table.children[0]?.children.length ?? 1
  // The column on that side goes to the other side of those that move: they and the selection in them stay untouched.
  const [from, to] = step === 1 ? [columns.last + 1, columns.first] : [columns.first - 1, columns.last]
  if (from < 0 || from >= width) return false
  Editor.withoutNormalizing(editor, () => {
    for (const row of table.children.keys()) {
      Transforms.moveNodes(editor, { at: [...path, row, from], to: [...path, row, to] })
    }
  })
  return true
}

/** Moves the selected rows one place down, or one up. @returns whether there is such a place */
export function moveRow(editor: Editor, step: 1 | -1): boolean {
  const span = tableSpan(editor)
  if (span === null) return false
  const { table, path, rows } = span
  const [from, to] = step === 1 ? [rows.last + 1, rows.first] : [rows.first - 1, rows.last]
  if (from < 0 || from >= table.children.length) return false
  Transforms.moveNodes(editor, { at: [...path, from], to: [...path, to] })
  return true
}

/** Makes the first row of the table at the caret a header, or a normal row again. */
export function toggleHeader(editor: Editor): void {
  const place = tablePlace(editor)
  if (place === null) return
  const [table, path] = place.table
  Transforms.setNodes(editor, { header: !table.header }, { at: path })
}

/** Lets the first column of the table at the caret name the rows, or no longer. */
export function toggleHeaderColumn(editor: Editor): void {
  const place = tablePlace(editor)
  if (place === null) return
  const [table, path] = place.table
  if (table.headerColumn === true) Transforms.unsetNodes(editor, 'headerColumn', { at: path })
  else Transforms.setNodes(editor, { headerColumn: true }, { at: path })
}
