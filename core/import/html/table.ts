import { joinedLines, type Around } from './line.ts'
import { readLines, type LooseBlock, type Reading } from './loose.ts'
import { elementsBelow, firstBelow, glimpseOf, type HtmlElement } from './tree.ts'
import { withinBlock } from './within.ts'

const PARTS = new Set(['thead', 'tbody', 'tfoot'])
const MAX_CELLS = 20_000

function below(node: HtmlElement, names: ReadonlySet<string>): HtmlElement[] {
  return node.children.flatMap((child) => (child.type === 'element' && names.has(child.name) ? [child] : []))
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.children.flatMap((child) => {
    if (child.type === 'text') return []
    if (child.name === 'tr') return [child]
    return PARTS.has(child.name) ? below(child, new Set(['tr'])) : []
  })
}

const CELLS = new Set(['td', 'th'])
const isData = ({ name }: HtmlElement): boolean => name === 'td'
const cellsOf = (row: HtmlElement): HtmlElement[] => below(row, CELLS)

/** @returns whether a table is for layout, as in mails and old pages: its cells hold blocks. */
function isLayout(table: HtmlElement): boolean {
  return (
    table.attributes['role'] === 'presentation' ||
    firstBelow(table, 'table', 'figure', 'img', 'h1', 'h2', 'h3', 'iframe') !== undefined
  )
}

function isMerged({ attributes }: HtmlElement): boolean {
  return Number(attributes['colspan'] ?? 1) > 1 || Number(attributes['rowspan'] ?? 1) > 1
}

function readRow(row: HtmlElement, inside: Around, reading: Reading): LooseBlock {
  const own = withinBlock(row, inside)
  const cells = cellsOf(row).map((cell): LooseBlock => {
    if (isMerged(cell)) reading.losses.add('merged-cells', glimpseOf(cell))
    const within = withinBlock(cell, own)
    const lines = readLines(cell.children, within, reading)
    const children = joinedLines(lines.map((line) => line.children))
    return { type: 'table-cell', dir: within.dir ?? lines[0]?.dir ?? 'rtl', children }
  })
  return { type: 'table-row', dir: own.dir ?? cells[0]?.dir ?? 'rtl', children: cells }
}

/** @returns a table, or the blocks in the cells of a layout table. */
export function readTable(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const rows = rowsOf(node).filter((row) => cellsOf(row).length > 0)
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
  const made = rows.map((row) => readRow(row, inside, reading))
  const [first, ...others] = made
  const isNamed = rows[0] !== undefined && cellsOf(rows[0]).every(({ name }) => name === 'th')
  // A Markdown table must have a header row: an empty one is dropped.
  const isEmptyHead =
    isNamed && others.length > 0 && first?.children.every((cell) => (cell as LooseBlock).children.length === 0) === true
  const rest = isNamed ? rows.slice(1) : rows
  const hasNames =
    rest.length > 0 && rest.map(cellsOf).every(([name, ...cells]) => name?.name === 'th' && cells.some(isData))
  const names = { header: isNamed && !isEmptyHead, ...(hasNames ? { headerColumn: true } : {}) }
  const dir = inside.dir ?? first?.dir ?? 'rtl'
  return [...caption, { type: 'table', dir, ...names, children: isEmptyHead ? others : made }]
}
