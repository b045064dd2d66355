import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { GripHorizontal, GripVertical } from 'lucide-react'
import { Button, Menu, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Editor, Path, Transforms } from 'slate'
import { ReactEditor, useSlateSelector, useSlateStatic } from 'slate-react'
import type { Table } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { isReady } from '../../actions/actions.ts'
import { COLUMN_ACTIONS, ROW_ACTIONS } from '../../actions/table-actions.ts'
import { tablePlace } from '../../commands/table.ts'
import { closeToText } from '../../focus-text.ts'
import { ActionItems } from '../../menu/action-items.tsx'
import { newBlockId } from '../../new-id.ts'

export type CellPlace = { row: number; column: number }

/** @returns the place of the cell that an element of a table is in; `last` between cells and over the handles. */
export function cellOf(table: HTMLTableElement | null, target: EventTarget, last: CellPlace | null): CellPlace | null {
  const cell = target instanceof Element ? target.closest('td, th') : null
  const row = cell?.parentElement
  if (!(cell instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return last
  if (table?.contains(cell) !== true) return last
  const [at, column] = [row.rowIndex, cell.cellIndex]
  return last?.row === at && last.column === column ? last : { row: at, column }
}

const KINDS = { row: ROW_ACTIONS, column: COLUMN_ACTIONS } as const
type Kind = keyof typeof KINDS

type TableHandlesProps = { element: Table; table: RefObject<HTMLTableElement | null>; pointed: CellPlace | null }

/** The handles of the row and the column under the pointer, else of those at the caret. Each opens a menu. */
export function TableHandles({ element, table, pointed }: TableHandlesProps) {
  const editor = useSlateStatic()
  const [open, setOpen] = useState<{ kind: Kind; place: CellPlace } | null>(null)
  const atCaret = useSlateSelector((now) => {
    const place = tablePlace(now)
    return place === null || place.table[0].id !== element.id ? '' : `${place.row} ${place.column}`
  })
  const [row, column] = atCaret.split(' ').map(Number)
  const place = open?.place ?? pointed ?? (row === undefined || column === undefined ? null : { row, column })
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const drawn = table.current
    if (drawn === null || place === null) return
    const put = (): void => placeHandles(frame.current, drawn, place)
    put()
    const observer = new ResizeObserver(put)
    observer.observe(drawn)
    return () => observer.disconnect()
  })
  if (place === null) return null
  const handle = (kind: Kind) => (
    <Handle
      kind={kind}
      number={place[kind] + 1}
      isOpen={open?.kind === kind}
      onOpen={() => {
        // Which actions are ready depends on the selection. One in this row or column stays: it may hold several.
        const at = ReactEditor.findPath(editor, element)
        const now = tablePlace(editor)
        if (now === null || !Path.equals(now.table[1], at) || now[kind] !== place[kind]) {
          Transforms.select(editor, Editor.start(editor, [...at, place.row, place.column]))
        }
        setOpen({ kind, place })
      }}
      onClose={() => closeToText(editor, () => setOpen(null))}
    />
  )
  return (
    <div ref={frame} contentEditable={false} className="table-handles">
      {handle('row')}
      {handle('column')}
    </div>
  )
}

/** Puts the handles beside their row and above their column, in pixels from the corner of the block. */
function placeHandles(frame: HTMLElement | null, table: HTMLTableElement, place: CellPlace): void {
  const row = table.rows[place.row]
  const cell = row?.cells[place.column]
  const block = frame?.parentElement
  if (frame === null || row === undefined || cell === undefined || block === null || block === undefined) return
  const outer = block.getBoundingClientRect()
  const { top, height } = row.getBoundingClientRect()
  const { left, width } = cell.getBoundingClientRect()
  const middle = Math.min(Math.max(left + width / 2, outer.left), outer.right)
  frame.style.setProperty('--row-middle', `${top + height / 2 - outer.top}px`)
  frame.style.setProperty('--column-middle', `${middle - outer.left}px`)
}

type HandleProps = { kind: Kind; number: number; isOpen: boolean; onOpen: () => void; onClose: () => void }

function Handle({ kind, number, isOpen, onOpen, onClose }: HandleProps) {
  const t = useT()
  const editor = useSlateStatic()
  const actions = KINDS[kind]
  const label = t(`writing.${kind}Menu`, { number })
  const Icon = kind === 'row' ? GripVertical : GripHorizontal
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={(opens) => (opens ? onOpen() : onClose())}>
      <Button
        className={`table-handle table-handle-${kind}`}
        aria-label={label}
        excludeFromTabOrder
        preventFocusOnPress
      >
        <Icon aria-hidden size={14} />
      </Button>
      <Popover className="menu-popover" placement={kind === 'row' ? 'bottom start' : 'bottom'}>
        <Menu
          aria-label={label}
          className="menu"
          disabledKeys={actions.filter((each) => !isReady(each, editor)).map(({ id }) => id)}
          onAction={(id) => {
            onClose()
            actions.find((each) => each.id === id)?.run({ editor, newId: newBlockId, ask() {} })
          }}
        >
          <ActionItems actions={actions.filter((each) => each.isOn === undefined)} />
          <Separator className="menu-line" />
          <MenuSection
            aria-label={label}
            selectionMode="multiple"
            selectedKeys={actions.filter((each) => each.isOn?.(editor) === true).map(({ id }) => id)}
          >
            <ActionItems actions={actions.filter((each) => each.isOn !== undefined)} />
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
