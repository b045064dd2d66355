import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useT } from '#renderer/ui/locale.tsx'
import { ArticleRow } from './article-row.tsx'
import { moveByKey } from './list-keys.ts'
import { ListRow } from './list-row.tsx'
import type { Listing } from './pager.ts'
import type { RowActions } from './row-actions.tsx'
import type { Row } from '../question.ts'
import { ChoiceBox } from './choice-box.tsx'
import type { Place } from './remembered.ts'
import type { Choosing } from './use-chosen.ts'
import { useExcerpts } from './use-excerpts.ts'
import { useHeldPlace } from './use-held-place.ts'

/** The usual height of a row, in pixels; a row that is not loaded yet has exactly this height. */
const ROW_HEIGHT = 124
/** Rows that are laid out above and below the visible ones. */
const OVERSCAN = 6

type ArticleListProps = {
  listing: Listing
  /** The place to start at. */
  place: Place
  onPlace: (place: Place) => void
  /** Reports the range of rows that are laid out. */
  onRangeChange: (first: number, last: number, active: number) => void
  onOpen: (id: string) => void
  onStore: () => void
  actions: RowActions
  choosing: Choosing
  /** Loads every row of a range, which may be out of view. */
  load: (first: number, last: number) => Promise<ReadonlyMap<number, Row>>
}

/**
 * Shows a listing as rows; only the visible ones are laid out. Arrows, Home, End, PageUp and PageDown move through the
 * whole list, Enter opens, Space selects, Shift with an arrow extends the selection. A click with Ctrl selects too, one with
 * Shift from the active row on. The focused row stays laid out when it is scrolled out of view.
 */
export function ArticleList({
  listing,
  place,
  onPlace,
  onRangeChange,
  onOpen,
  onStore,
  actions,
  choosing,
  load,
}: ArticleListProps) {
  const t = useT()
  const { rows, total, question } = listing
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(place.active)
  /** The row that gets the focus once it is laid out. */
  const followed = useRef(place.isFocused ? place.active : null)
  const current = Math.min(active, total - 1)

  // The React compiler is not used.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: useCallback((index: number) => rows.get(index)?.id ?? index, [rows]),
    overscan: OVERSCAN,
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), current])].toSorted((one, other) => one - other),
      [current],
    ),
    initialOffset: place.index * ROW_HEIGHT,
  })
  const items = virtualizer.getVirtualItems()
  const range = virtualizer.range
  // Before the first layout, the range follows from the place.
  const first = Math.max(0, (range?.startIndex ?? place.index) - OVERSCAN)
  const last = Math.min(total - 1, (range?.endIndex ?? place.index) + OVERSCAN)
  const start = items.find(({ index }) => index === first)?.start ?? 0

  const activate = (index: number, isFollowed = true): void => {
    followed.current = isFollowed ? index : null
    setActive(index)
  }
  const focus = useHeldPlace({ virtualizer, scroller, listing, place, active: current, activate, onPlace })
  useEffect(() => onRangeChange(first, last, current), [onRangeChange, first, last, current, rows])
  useLayoutEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${current}"]`)
    if (followed.current !== current || row === null || row === undefined) return
    followed.current = null
    row.focus({ preventScroll: true })
  })

  const inSight = useMemo(() => {
    const found: Row[] = []
    for (let index = first; index <= last; index += 1) {
      const row = rows.get(index)
      if (row !== undefined) found.push(row)
    }
    return found
  }, [rows, first, last])
  const excerptOf = useExcerpts(inSight, question.search)
  const isChoosing = choosing.chosen.size > 0
  // The bar below the list makes it shorter: keep the active row visible.
  useLayoutEffect(() => {
    const row = scroller.current?.querySelector('[role=row]:focus, [role=row]:focus-within')
    if (isChoosing) row?.scrollIntoView({ block: 'nearest' })
  }, [isChoosing])
  const reach = (index: number): void => {
    const from = current
    load(Math.min(from, index), Math.max(from, index)).then(
      (found) => {
        choosing.extend(found, from, index)
        activate(index)
      },
      // The list itself says that the service cannot be reached.
      () => {},
    )
  }
  const isSearched = question.search.trim() !== ''

  return (
    <div
      ref={scroller}
      className="article-list"
      role="grid"
      aria-label={t('library.list')}
      aria-rowcount={total}
      aria-colcount={1}
      aria-multiselectable
      data-choosing={isChoosing}
      data-testid="article-list"
      {...focus}
      onKeyDown={(event) => {
        if (event.key === 'Escape') choosing.clear()
        const target = moveByKey(event, current, virtualizer)
        if (target === null) return
        event.preventDefault()
        if (event.shiftKey) choosing.extend(rows, current, target)
        virtualizer.scrollToIndex(target)
        activate(target)
      }}
    >
      <div role="rowgroup" className="article-rows" style={{ blockSize: virtualizer.getTotalSize() }}>
        <div role="none" className="article-flow" style={{ insetBlockStart: start }}>
          {items.map(({ index, start: own }) => {
            const row = rows.get(index)
            const isStray = index < first || index > last
            return (
              <ListRow
                // Keyed by position: the element keeps the focus when the row's article is loaded.
                key={index}
                index={index}
                shown={row?.id ?? ''}
                measure={virtualizer.measureElement}
                isActive={index === current}
                strayAt={isStray ? own - start : null}
                onFocus={() => setActive(index)}
                isChosen={row !== undefined && choosing.chosen.has(row.id)}
                onToggle={() => {
                  if (row !== undefined && !row.isDamaged) choosing.toggle(row)
                }}
                onReach={() => reach(index)}
                onOpen={() => {
                  if (row !== undefined) onOpen(row.id)
                }}
                onDelete={() => {
                  if (row !== undefined) actions.onPutAway(row)
                }}
              >
                {row === undefined ? null : (
                  <>
                    {row.isDamaged ? null : (
                      <ChoiceBox
                        row={row}
                        isChosen={choosing.chosen.has(row.id)}
                        onToggle={() => choosing.toggle(row)}
                      />
                    )}
                    <ArticleRow
                      row={row}
                      excerpt={excerptOf(row)}
                      isSearched={isSearched}
                      isByCreation={question.order.by === 'created'}
                      onStore={onStore}
                      actions={actions}
                    />
                  </>
                )}
              </ListRow>
            )
          })}
        </div>
      </div>
    </div>
  )
}
