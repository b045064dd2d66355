import { Editor, Node, Path, Transforms, type NodeEntry } from 'slate'
import type { Table, TableCell, TableRow } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { tableRow } from '#core/article/factories.ts'
import { ancestorOf, textBlockAt } from '../query.ts'

type Place = { table: NodeEntry<Table>; row: number; column: number }

/** @returns the table around the caret with the row and column of its cell, or null. */
export function tablePlace(editor: Editor): Place | null {
  const entry = textBlockAt(editor)
  if (entry?.[0].type !== 'table-cell') return null
  const [, path] = entry
  const table = ancestorOf(editor, path, 'table')
  return table === null ? null : { table, row: path.at(-2) ?? 0, column: path.at(-1) ?? 0 }
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

/** Adds a row below the one at the caret. */
export function addRow(editor: Editor, newId: NewId): void {
  const place = tablePlace(editor)
  if (place === null) return
  const [table, path] = place.table
  const cells = table.children[0]?.children.map(() => '') ?? ['']
  const row: TableRow = tableRow(newId, cells)
  const withDirection = { ...row, dir: table.dir, children: row.children.map((cell) => ({ ...cell, dir: table.dir })) }
  const at = [...path, place.row + 1]
  Transforms.insertNodes(editor, withDirection, { at })
  Transforms.select(editor, Editor.start(editor, [...at, place.column]))
}

/** Adds a column after the one at the caret. */
export function addColumn(editor: Editor, newId: NewId): void {
  const place = tablePlace(editor)
  if (place === null) return
  const [table, path] = place.table
  Editor.withoutNormalizing(editor, () => {
    for (const index of table.children.keys()) {
      const cell: TableCell = { type: 'table-cell', id: newId(), dir: table.dir, children: [{ text: '' }] }
      Transforms.insertNodes(editor, cell, { at: [...path, index, place.column + 1] })
    }
  })
  Transforms.select(editor, Editor.start(editor, [...path, place.row, place.column + 1]))
}

/** Removes the row at the caret, or the whole table if it is the only row. */
export function removeRow(editor: Editor): void {
  const place = tablePlace(editor)
  if (place === null) return
  const [table, path] = place.table
  Transforms.removeNodes(editor, { at: table.children.length === 1 ? path : [...path, place.row] })
}

/** Removes the column at the caret, or the whole table if it is the only column. */
export function removeColumn(editor: Editor): void {
  const place = tablePlace(editor)
  if (place === null) return
  const [table, path] = place.table
  if ((table.children[0]?.children.length ?? 1) === 1) return Transforms.removeNodes(editor, { at: path })
  Editor.withoutNormalizing(editor, () => {
    for (const index of table.children.keys()) {
      const at: Path = [...path, index, place.column]
      if (Node.has(editor, at)) Transforms.removeNodes(editor, { at })
    }
  })
}

/** Makes the first row of the table at the caret a header, or a normal row again. */
export function toggleHeader(editor: Editor): void {
  const place = tablePlace(editor)
  if (place === null) return
  const [table, path] = place.table
  Transforms.setNodes(editor, { header: !table.header }, { at: path })
}
