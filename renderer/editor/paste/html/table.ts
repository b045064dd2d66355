import type { Block, Table } from '#core/article/block.ts'
import { table, type NewId } from '#core/article/factories.ts'
import type { Inline } from '#core/article/inline.ts'
import { blockText } from '#core/article/plain-text.ts'
import { contextIn, withoutBold, type Context } from './inlines.ts'

/** Larger tables are read as text. */
const MAX_CELLS = 2000

/** @returns the rows of a table of data, with its cells; null for a table that only lays out other content. */
export function dataCells(node: Element): Element[][] | null {
  const rows = [...node.querySelectorAll('tr')].filter((row) => row.closest('table') === node)
  const width = Math.max(0, ...rows.map(({ children }) => children.length))
  const isData = rows.length > 1 && width > 1 && node.querySelector('table, img, ul, ol, h1, h2, h3') === null
  return isData && rows.length * width <= MAX_CELLS ? rows.map(({ children }) => [...children]) : null
}

/**
 * @param cells the cells of each row; rows may differ in length
 * @param around the context inside the table element
 * @param readCell reads the content of a cell into blocks
 * @returns a table with the direction of most of its cells. The first row is a header if it has a `th`.
 */
export function pastedTable(
  cells: readonly (readonly Element[])[],
  around: Context,
  readCell: (cell: Element, context: Context) => readonly Block[],
  newId: NewId,
): Table {
  const width = Math.max(...cells.map(({ length }) => length))
  const made = table(
    newId,
    cells.map(() => Array.from({ length: width }, () => '')),
  )
  for (const [index, row] of cells.entries()) {
    for (const [at, cell] of row.entries()) {
      const context = cell.parentElement === null ? around : contextIn(cell.parentElement, around)
      const lines = readCell(cell, contextIn(cell, context))
      const inlines = inlinesOf(lines)
      const target = made.children[index]?.children[at]
      if (target === undefined || inlines.length === 0) continue
      target.children = cell.tagName === 'TH' ? withoutBold(inlines) : inlines
      target.dir = lines[0]?.dir ?? 'rtl'
    }
  }
  return withDirection({ ...made, header: cells[0]?.some(({ tagName }) => tagName === 'TH') === true })
}

/** @returns the text of blocks as one line, with line breaks between them. Paragraphs keep their formatting. */
function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block, index): Inline[] => [
    ...(index === 0 ? [] : [{ text: '\n' }]),
    ...(block.type === 'paragraph' ? block.children : [{ text: blockText(block) }]),
  ])
}

/** @returns a table with the direction of most of its cells. */
function withDirection(made: Table): Table {
  const cells = made.children.flatMap(({ children }) => children)
  const dir = cells.filter((cell) => cell.dir === 'ltr').length > cells.length / 2 ? 'ltr' : 'rtl'
  return { ...made, dir, children: made.children.map((row) => ({ ...row, dir })) }
}
