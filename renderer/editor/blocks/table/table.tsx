import { createContext, useContext } from 'react'
import type {
  Table as TableBlock,
  TableCell as TableCellBlock,
  TableRow as TableRowBlock,
} from '#core/article/block.ts'
import { Line, type BlockViewProps } from '../line.tsx'
import './table.css'

/** The id of the header row, or null. A context, because Slate does not re-render cells when their table changes. */
const HeaderRow = createContext<string | null>(null)
const IsHeader = createContext(false)

/** A table. Its direction decides on which side the first column is. */
export function Table({ attributes, element, children }: BlockViewProps<TableBlock>) {
  return (
    <div {...attributes} dir={element.dir} className="block-table" data-block="table">
      <HeaderRow value={element.header ? (element.children[0]?.id ?? null) : null}>
        <table>
          <tbody>{children}</tbody>
        </table>
      </HeaderRow>
    </div>
  )
}

export function TableRow({ attributes, element, children }: BlockViewProps<TableRowBlock>) {
  const isHeader = useContext(HeaderRow) === element.id
  return (
    <IsHeader value={isHeader}>
      <tr {...attributes} data-block="table-row">
        {children}
      </tr>
    </IsHeader>
  )
}

export function TableCell(props: BlockViewProps<TableCellBlock>) {
  const isHeader = useContext(IsHeader)
  return <Line {...props} as={isHeader ? 'th' : 'td'} className="block-table-cell" />
}
