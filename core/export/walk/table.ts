import type { Table, TableRow } from '../../article/block.ts'

/** @returns the rows that name the columns and those below; a lone row names nothing. */
export function tableParts({ header, children }: Table): { head: TableRow[]; body: TableRow[] } {
  const count = header && children.length > 1 ? 1 : 0
  return { head: children.slice(0, count), body: children.slice(count) }
}
