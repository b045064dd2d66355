import type { Table } from '../../../article/block.ts'
import { tableParts } from '../../walk/table.ts'
import { x, type Xml } from '../../xml.ts'
import type { IcmlContext } from './context.ts'
import { characters } from './inlines.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { icmlDirection } from './styles.ts'
import { STYLES } from '../../walk/paragraph-styles.ts'

/** @returns the table as a paragraph. */
export function tableToIcml(table: Table, context: IcmlContext): Xml[] {
  const columns = table.children[0]?.children.length ?? 0
  const { head, isNamed } = tableParts(table)
  const headers = head.length
  const cells = table.children.flatMap((row, down) =>
    row.children.map((cell, across) => {
      const style = down < headers || (isNamed && across === 0) ? 'table-header' : 'table-cell'
      const [words = paragraph(STYLES[style].icml, cell.dir, [], context)] = textParagraph(
        STYLES[style].icml,
        cell,
        context,
      )
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
  return [
    paragraph(
      STYLES['table-cell'].icml,
      table.dir,
      [characters([x('Table', attributes, rows, names, cells)])],
      context,
    ),
  ]
}
