import { spreadCells } from '../spread-cells.ts'
import { joinedLines, type Around } from './line.ts'
import { readLines, type LooseBlock, type Reading } from './loose.ts'
import { elementsBelow, firstBelow, glimpseOf, type HtmlElement } from './tree.ts'
import { withinBlock } from './within.ts'

const PARTS = new Set(['thead', 'tbody', 'tfoot'])
const MAX_CELLS = 20_000

function below(node: HtmlElement, names: ReadonlySet<string>): HtmlElement[] {
  return node.children.flatMap((child) => (child.type === 'element' && names.has(child.name) ? [child] : []))
}

/** @returns the rows of each group. Rows outside of one are a group of their own. */
function groupsOf(table: HtmlElement): HtmlElement[][] {
  const groups: HtmlElement[][] = []
  let loose: HtmlElement[] | null = null
  for (const child of table.children) {
    if (child.type === 'text') continue
    if (child.name === 'tr') {
      if (loose === null) groups.push((loose = []))
      loose.push(child)
    } else if (PARTS.has(child.name)) {
      loose = null
      groups.push(below(child, new Set(['tr'])))
    }
  }
  return groups
}

const CELLS = new Set(['td', 'th'])
const cellsOf = (row: HtmlElement): HtmlElement[] => below(row, CELLS)

/** @returns whether a table is for layout, as in mails and old pages: its cells hold blocks. */
function isLayout(table: HtmlElement): boolean {
  return (
    table.attributes['role'] === 'presentation' ||
    firstBelow(table, 'table', 'figure', 'img', 'h1', 'h2', 'h3', 'iframe') !== undefined
  )
}

/** @returns the number of columns or rows that an attribute states. */
function spanOf({ attributes }: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const said = /^\s*\d+/u.exec(attributes[name] ?? '')?.[0]
  return said === undefined ? 1 : Number(said)
}

const isMerged = (cell: HtmlElement): boolean => spanOf(cell, 'colspan') > 1 || spanOf(cell, 'rowspan') !== 1

/** @returns the rows of cells, with null where a merged cell reaches. */
function gridOf(groups: readonly (readonly HtmlElement[])[]): (HtmlElement | null)[][] {
  const spanning = (cell: HtmlElement) => ({ cell, columns: spanOf(cell, 'colspan'), rows: spanOf(cell, 'rowspan') })
  return spreadCells(
    groups.map((rows) => rows.map((row) => cellsOf(row).map(spanning))),
    MAX_CELLS,
  )
}

function readCell(cell: HtmlElement, own: Around, reading: Reading): LooseBlock {
  if (isMerged(cell)) reading.losses.add('merged-cells', glimpseOf(cell))
  const within = withinBlock(cell, own)
  const lines = readLines(cell.children, within, reading)
  const children = joinedLines(lines.map((line) => line.children))
  return { type: 'table-cell', dir: within.dir ?? lines[0]?.dir ?? 'rtl', children }
}

function readRow(
  row: HtmlElement,
  grid: readonly (HtmlElement | null)[],
  inside: Around,
  reading: Reading,
): LooseBlock {
  const own = withinBlock(row, inside)
  const cells = grid.map((cell) => (cell === null ? null : readCell(cell, own, reading)))
  const dir = own.dir ?? cells.find((cell) => cell !== null)?.dir ?? 'rtl'
  return {
    type: 'table-row',
    dir,
    children: cells.map((cell) => cell ?? { type: 'table-cell', dir, children: [] }),
  }
}

/** @returns a table, or the blocks in the cells of a layout table. */
export function readTable(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const groups = groupsOf(node)
  const rows = groups.flat().filter((row) => cellsOf(row).length > 0)
  const count = rows.reduce((sum, row) => sum + cellsOf(row).length, 0)
  const width = rows.reduce((most, row) => Math.max(most, cellsOf(row).length), 0)
  if (isLayout(node) || count === 0 || width * rows.length > MAX_CELLS) {
    if (firstBelow(node, 'table') !== undefined) reading.losses.add('nested-table', glimpseOf(node))
    return reading.blocks(
      elementsBelow(node, ({ name }) => CELLS.has(name)).length === 0 ? node.children : rows.flatMap(cellsOf),
      inside,
    )
  }
  const caption = below(node, new Set(['caption'])).flatMap((each) => reading.blocks(each.children, inside))
  const grid = gridOf(groups)
  const made = rows.map((row, index) => readRow(row, grid[index] ?? [], inside, reading))
  const [first, ...others] = made
  const isNamed = rows[0] !== undefined && cellsOf(rows[0]).every(({ name }) => name === 'th')
  // A Markdown table must have a header row: an empty one is dropped.
  const isEmptyHead =
    isNamed && others.length > 0 && first?.children.every((cell) => (cell as LooseBlock).children.length === 0) === true
  const rest = isNamed ? grid.slice(1) : grid
  // The name of several rows is one cell over them.
  const hasNames =
    rest.some(([name]) => name?.name === 'th') &&
    rest.every(([name, ...cells]) => name?.name !== 'td' && cells.some((cell) => cell?.name === 'td'))
  const names = { header: isNamed && !isEmptyHead, ...(hasNames ? { headerColumn: true } : {}) }
  const dir = inside.dir ?? first?.dir ?? 'rtl'
  return [...caption, { type: 'table', dir, ...names, children: isEmptyHead ? others : made }]
}
