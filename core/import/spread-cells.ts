/** A cell that stands over several columns and rows. No `rows` (0) means all to the end of its group. */
export type SpanningCell<Cell> = { cell: Cell; columns: number; rows: number }

/** No table is wider. Browsers take no cell over more columns. */
const MAX_COLUMNS = 1000

/**
 * Spreads merged cells, so that every cell stands in its own column, as a browser lays them out. Columns and rows in which no
 * cell begins are left out.
 *
 * @param groups the rows of each group, over whose end no cell reaches
 * @param maxCells more cells are not made: of a larger table the cells of each row come one after another
 * @returns the rows, with null where a merged cell reaches
 */
export function spreadCells<Cell>(
  groups: readonly (readonly (readonly SpanningCell<Cell>[])[])[],
  maxCells: number,
): (Cell | null)[][] {
  const rows = groups.flat().filter(({ length }) => length > 0)
  const placed = placedCells(groups)
  const columns = [...new Set(placed?.flatMap((row) => [...row.keys()]))].toSorted((one, other) => one - other)
  if (placed === null || columns.length * rows.length > maxCells) return rows.map((row) => row.map(({ cell }) => cell))
  return placed.filter(({ size }) => size > 0).map((row) => columns.map((column) => row.get(column) ?? null))
}

/** @returns the cells of each row by the column in which they begin; null for a table that is too wide. */
function placedCells<Cell>(
  groups: readonly (readonly (readonly SpanningCell<Cell>[])[])[],
): Map<number, Cell>[] | null {
  const placed: Map<number, Cell>[] = []
  /** The first row in which each column is free. */
  const free: number[] = []
  for (const group of groups) {
    const end = placed.length + group.length
    for (const cells of group) {
      const row = placed.length
      const own = new Map<number, Cell>()
      let column = 0
      for (const { cell, columns, rows } of cells) {
        while ((free[column] ?? 0) > row) column += 1
        if (column >= MAX_COLUMNS) return null
        own.set(column, cell)
        const last = Math.min(MAX_COLUMNS, column + Math.max(1, columns))
        const below = rows === 0 ? end : Math.min(end, row + rows)
        for (; column < last; column += 1) free[column] = Math.max(free[column] ?? 0, below)
      }
      placed.push(own)
    }
  }
  return placed
}
