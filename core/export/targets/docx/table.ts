import type { Table, TableRow } from '../../../article/block.ts'
import { x, type Xml } from '../../xml.ts'
import type { DocxContext } from './context.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { blockContent, isAdded, isRemoved, partRecord } from './tracked.ts'
import { blockNote } from '../../tracked/notes.ts'
import { tableParts } from '../../walk/table.ts'
import { STYLES } from '../../walk/paragraph-styles.ts'

/** The width between the margins, in twentieths of a point. */
const TEXT_WIDTH = 9026

type Names = { isHeader: boolean; isNamed: boolean }

function row(block: TableRow, { isHeader, isNamed }: Names, width: number, context: DocxContext): Xml {
  // The record of a row is about all its cells.
  const isWhole = blockNote(block).track !== undefined
  const cells = block.children.map((cell, index) => {
    const style = isHeader || (isNamed && index === 0) ? 'table-header' : 'table-cell'
    const empty = (): Xml => paragraph(STYLES[style].docx, cell.dir, blockContent(cell, [], context), {}, context, cell)
    const [words = empty()] = textParagraph(style, cell, context)
    const record = isWhole ? [] : partRecord(cell, 'cell', context)
    return x('w:tc', {}, x('w:tcPr', {}, x('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), record), words)
  })
  // A page break does not split a row.
  return x(
    'w:tr',
    {},
    x('w:trPr', {}, x('w:cantSplit'), isHeader ? [x('w:tblHeader')] : [], partRecord(block, 'row', context)),
    cells,
  )
}

/** @returns the table with its first column at the start, and the empty paragraph that Word wants after it. */
export function tableToDocx(table: Table, context: DocxContext): Xml[] {
  const columns = table.children[0]?.children.length ?? 1
  const width = Math.floor(TEXT_WIDTH / columns)
  const line = (name: string): Xml => x(name, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'BDB6AA' })
  const sides = ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV']
  const { isNamed } = tableParts(table)
  const properties = x(
    'w:tblPr',
    {},
    table.dir === 'rtl' ? [x('w:bidiVisual')] : [],
    x('w:tblW', { 'w:w': TEXT_WIDTH, 'w:type': 'dxa' }),
    x('w:tblBorders', {}, sides.map(line)),
    x(
      'w:tblCellMar',
      {},
      ['w:left', 'w:right'].map((side) => x(side, { 'w:w': 108, 'w:type': 'dxa' })),
    ),
    isNamed ? [x('w:tblLook', { 'w:firstColumn': 1 })] : [],
  )
  const grid = x(
    'w:tblGrid',
    {},
    Array.from({ length: columns }, () => x('w:gridCol', { 'w:w': width })),
  )
  // A row that is put in or taken out may be the first before or after that.
  const first = table.children.findIndex((each) => !isAdded(each))
  const next = table.children.findIndex((each) => !isRemoved(each))
  const rows = table.children.map((each, index) =>
    row(each, { isHeader: table.header && (index === first || index === next), isNamed }, width, context),
  )
  return [x('w:tbl', {}, properties, grid, rows), paragraph(STYLES.paragraph.docx, table.dir, [])]
}
