import { Editor, Transforms } from 'slate'
import type { Table, TableCell } from '#core/article/block.ts'
import { isOneCell, tableSpan, type TableSpan } from '../commands/table.ts'
import { areBlocksSelected } from '../selection/selected-blocks.ts'
import { replaceTable } from './fill-cells.ts'

/** @returns the cells of one table that selected text touches, if they are several; else null. */
function selectedCells(editor: Editor): TableSpan | null {
  const span = areBlocksSelected(editor) ? null : tableSpan(editor)
  return span === null || isOneCell(span) ? null : span
}

/**
 * @returns the whole cells from one corner of the selection to the other, as a table that pastes into the same shape; null
 *   if not several cells of one table are selected
 */
export function copiedCells(editor: Editor): Table | null {
  const span = selectedCells(editor)
  if (span === null) return null
  const { table, rows, columns } = span
  const { headerColumn, ...rest } = table
  return {
    ...rest,
    header: table.header && rows.first === 0,
    ...(headerColumn === true && columns.first === 0 ? { headerColumn } : {}),
    children: table.children
      .slice(rows.first, rows.last + 1)
      .map((row) => ({ ...row, children: row.children.slice(columns.first, columns.last + 1) })),
  }
}

/** @returns the cells that are selected as a rectangle; none if not several cells of one table are. */
export function cellsInRectangle(editor: Editor): TableCell[] {
  const span = selectedCells(editor)
  if (span === null) return []
  const { table, rows, columns } = span
  return table.children
    .slice(rows.first, rows.last + 1)
    .flatMap((row) => row.children.slice(columns.first, columns.last + 1))
}

/**
 * Empties the cells that `copiedCells` copies, and no other. The caret goes into the first.
 * @returns false, and changes nothing, if not several cells of one table are selected
 */
export function emptyCells(editor: Editor): boolean {
  const span = selectedCells(editor)
  if (span === null) return false
  const { table, path, rows, columns } = span
  const isIn = (index: number, { first, last }: TableSpan['rows']): boolean => index >= first && index <= last
  const children = table.children.map((row, at) =>
    isIn(at, rows)
      ? {
          ...row,
          children: row.children.map((cell, column) =>
            isIn(column, columns) ? { ...cell, children: [{ text: '' }] } : cell,
          ),
        }
      : row,
  )
  replaceTable(editor, path, { ...table, children })
  Transforms.select(editor, Editor.start(editor, [...path, rows.first, columns.first]))
  return true
}
