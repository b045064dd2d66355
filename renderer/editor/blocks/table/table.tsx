import { createContext, useContext, useMemo, useRef, useState } from 'react'
import { useReadOnly } from 'slate-react'
import type {
  Table as TableBlock,
  TableCell as TableCellBlock,
  TableRow as TableRowBlock,
} from '#core/article/block.ts'
import { Line, type BlockViewProps } from '../line.tsx'
import { cellOf, TableHandles, type CellPlace } from './table-handles.tsx'
import './table.css'

/**
 * The ids of the row that names the columns and of the cells that name the rows. A context, because Slate does not
 * re-render cells when their table changes.
 */
const Names = createContext<{ row: string | null; cells: ReadonlySet<string> }>({ row: null, cells: new Set() })
const IsHeader = createContext(false)

/** A table. Its direction decides on which side the first column is. */
export function Table({ attributes, element, children }: BlockViewProps<TableBlock>) {
  const { header, headerColumn = false, children: rows } = element
  const isReadOnly = useReadOnly()
  const table = useRef<HTMLTableElement>(null)
  const [pointed, setPointed] = useState<CellPlace | null>(null)
  const names = useMemo(
    () => ({
      row: header ? (rows[0]?.id ?? null) : null,
      cells: new Set(headerColumn ? rows.flatMap((row) => row.children.slice(0, 1).map(({ id }) => id)) : []),
    }),
    [header, headerColumn, rows],
  )
  return (
    <div
      {...attributes}
      dir={element.dir}
      className="block-table"
      data-block="table"
      onMouseMove={({ target }) => setPointed((last) => cellOf(table.current, target, last))}
      onMouseLeave={() => setPointed(null)}
    >
      {isReadOnly ? null : <TableHandles element={element} table={table} pointed={pointed} />}
      <div className="table-scroll">
        <Names value={names}>
          <table ref={table}>
            <tbody>{children}</tbody>
          </table>
        </Names>
      </div>
    </div>
  )
}

/** A row of a table. */
export function TableRow({ attributes, element, children }: BlockViewProps<TableRowBlock>) {
  const isHeader = useContext(Names).row === element.id
  return (
    <IsHeader value={isHeader}>
      <tr {...attributes} data-block="table-row">
        {children}
      </tr>
    </IsHeader>
  )
}

/** A cell of a table, or the name of its row or column. */
export function TableCell(props: BlockViewProps<TableCellBlock>) {
  const isHeader = useContext(IsHeader)
  const isName = useContext(Names).cells.has(props.element.id)
  return <Line {...props} as={isHeader || isName ? 'th' : 'td'} className="block-table-cell" />
}
