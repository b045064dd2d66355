import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useT } from '#renderer/ui/locale.tsx'

type ListRowProps = {
  /** Its position in the whole list, from 0. */
  index: number
  /** Identifies the content: when it changes, the row is measured again. */
  shown: string
  measure: (element: HTMLElement | null) => void
  isActive: boolean
  /** Its offset while it is out of view and laid out only for the focus; null otherwise. */
  strayAt: number | null
  onFocus: () => void
  isChosen: boolean
  onOpen: () => void
  onToggle: () => void
  /** A click with Shift: selects from the active row to this one. */
  onReach: () => void
  onDelete: () => void
  /** Null until the row is loaded. */
  children: ReactNode
}

/** One row of a virtual list: its position, focus and pointer events. */
export function ListRow({
  index,
  shown,
  measure,
  isActive,
  strayAt,
  onFocus,
  isChosen,
  onOpen,
  onToggle,
  onReach,
  onDelete,
  children,
}: ListRowProps) {
  const t = useT()
  const element = useRef<HTMLDivElement>(null)
  // The element is reused for another article and must be measured again.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useLayoutEffect(() => measure(element.current), [measure, shown])
  return (
    // The list handles the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={element}
      role="row"
      className="article-row"
      data-testid={children === null ? undefined : 'article-row'}
      data-index={index}
      aria-rowindex={index + 1}
      aria-busy={children === null}
      aria-selected={isChosen}
      tabIndex={isActive ? 0 : -1}
      style={strayAt === null ? undefined : { position: 'absolute', insetBlockStart: strayAt }}
      onFocus={onFocus}
      onMouseDown={(event) => {
        // Text would be selected up to here, and the focus would leave the row that the range begins at.
        if (event.shiftKey) event.preventDefault()
      }}
      onClick={(event) => {
        // Clicks on the row's buttons and checkbox are not for the row.
        if (!(event.target instanceof Element) || event.target.closest('button, label') !== null) return
        if (event.shiftKey) onReach()
        else if (event.ctrlKey || event.metaKey) onToggle()
        else onOpen()
      }}
      onKeyDown={(event) => {
        // A button in the row handles its own keys.
        if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
          return
        if (event.key === 'Enter') onOpen()
        if (event.key === 'Delete') onDelete()
        if (event.key !== ' ') return
        // Space would scroll the list.
        event.preventDefault()
        onToggle()
      }}
    >
      <div role="gridcell" className="article-cell">
        {children ?? <span className="visually-hidden">{t('common.loading')}</span>}
      </div>
    </div>
  )
}
