import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useT } from '#renderer/ui/locale.tsx'

type ListRowProps = {
  /** Its place in the whole list, from 0. */
  index: number
  /** Names what is shown; another is measured anew. */
  shown: string
  measure: (element: HTMLElement | null) => void
  isActive: boolean
  /** Where it stands when it is out of sight and only kept for the focus; null: among the others. */
  strayAt: number | null
  onFocus: () => void
  isChosen: boolean
  onOpen: () => void
  onToggle: () => void
  onDelete: () => void
  /** Null while the row is being fetched. */
  children: ReactNode
}

/** One row of a list that is laid out in part: its place in the whole, and the focus. */
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
  onDelete,
  children,
}: ListRowProps) {
  const t = useT()
  const element = useRef<HTMLDivElement>(null)
  // The element stays when another article comes into it, and is measured for that one.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useLayoutEffect(() => measure(element.current), [measure, shown])
  return (
    // The keys are the list's.
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
      onClick={(event) => {
        // A button in the row, or its box, is for something else.
        if (event.target instanceof Element && event.target.closest('button, label') === null) onOpen()
      }}
      onKeyDown={(event) => {
        // In a button of the row the key is the button's.
        if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
          return
        if (event.key === 'Enter') onOpen()
        if (event.key === 'Delete') onDelete()
        if (event.key !== ' ') return
        // It would scroll the list.
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
