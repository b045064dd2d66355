import type { Table, TableRow } from '../../article/block.ts'

type TableParts = {
  /** The rows that name the columns; a lone row names nothing. */
  head: TableRow[]
  body: TableRow[]
  /** Whether the first cell of a row names it; a lone cell names nothing. */
  isNamed: boolean
}

/** @returns the parts of a table. */
export function tableParts({ header, headerColumn = false, children }: Table): TableParts {
  const count = header && children.length > 1 ? 1 : 0
  return {
    head: children.slice(0, count),
    body: children.slice(count),
    isNamed: headerColumn && (children[0]?.children.length ?? 0) > 1,
  }
}
