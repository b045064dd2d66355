import type { Table } from '../../../article/block.ts'
import { blockText } from '../../../article/plain-text.ts'
import { x, type Xml } from '../../xml.ts'
import type { IcmlContext } from './context.ts'
import { characters } from './inlines.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { icmlDirection } from './styles.ts'

/** @returns the table as a paragraph; none for a table without words. */
export function tableToIcml(table: Table, context: IcmlContext): Xml[] {
  if (blockText(table).trim() === '') return []
  const columns = table.children[0]?.children.length ?? 0
  const headers = table.header && table.children.length > 1 ? 1 : 0
  const cells = table.children.flatMap((row, down) =>
    row.children.map((cell, across) => {
      const style = down < headers ? 'Table header' : 'Table'
      const [words = paragraph(style, cell.dir, [], context)] = textParagraph(style, cell, context)
      return x('Cell', { Self: context.newName('cell'), Name: `${across}:${down}`, RowSpan: 1, ColumnSpan: 1 }, words)
    }),
  )
  const attributes = {
    Self: context.newName('table'),
    HeaderRowCount: headers,
    BodyRowCount: table.children.length - headers,
    ColumnCount: columns,
    TableDirection: icmlDirection(table.dir),
  }
  const rows = table.children.map((_row, index) => x('Row', { Self: context.newName('row'), Name: index }))
  const names = Array.from({ length: columns }, (_each, index) =>
    x('Column', { Self: context.newName('column'), Name: index }),
  )
  return [paragraph('Table', table.dir, [characters([x('Table', attributes, ...rows, ...names, ...cells)])], context)]
}
