import { useEffectEvent, useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'
import type { Virtualizer } from '@tanstack/react-virtual'
import type { Listing } from './pager.ts'
import type { Place } from './remembered.ts'

type Held = {
  virtualizer: Virtualizer<HTMLDivElement, Element>
  scroller: RefObject<HTMLDivElement | null>
  listing: Listing
  /** The place to start at. */
  place: Place
  active: number
  /** Makes another row active; `isFollowed` moves the focus there. */
  activate: (index: number, isFollowed: boolean) => void
  /** Gets the place when the list is unmounted. */
  onPlace: (place: Place) => void
}

/** Listeners for the list, which track whether the focus is in it. */
type HeldFocus = { onFocus: () => void; onBlur: (event: FocusEvent<HTMLElement>) => void }

/** A visible row, and its distance from the upper edge. */
type VisibleRow = { id: string | null; index: number; top: number }

/**
 * Keeps the reader's place when rows above it are added, removed, reordered or resized. It holds the focused row, else
 * the first visible row that still exists. A list at its top shows new rows at once, unless it is focused or hovered.
 */
export function useHeldPlace({ virtualizer, scroller, listing, place, active, activate, onPlace }: Held): HeldFocus {
  const { rows, edition, total } = listing
  const idAt = (index: number): string | null => rows.get(index)?.id ?? null
  const visible = useRef<VisibleRow[]>([{ id: idAt(place.index), index: place.index, top: -place.within }])
  const before = useRef({ isLaidOut: false, rows, edition, activeId: idAt(active), width: 0 })
  const width = virtualizer.scrollRect?.width ?? 0
  const hasFocus = useRef(false)

  const indexOf = (id: string | null): number | null => {
    if (id === null) return null
    for (const [index, row] of rows) if (row.id === id) return index
    return null
  }
  const holdPlace = (list: HTMLElement, isReload: boolean): void => {
    // Updates the measurements.
    virtualizer.getVirtualItems()
    for (const { id, index, top } of visible.current) {
      const at = isReload ? indexOf(id) : Math.min(index, total - 1)
      const start = at === null ? undefined : virtualizer.measurementsCache[at]?.start
      if (start === undefined) continue
      if (Math.abs(start - top - list.scrollTop) >= 1) list.scrollTop = start - top
      return
    }
  }
  /** Measures at once; the virtualizer itself would wait for the end of scrolling. */
  const measureRows = (list: HTMLElement): void => {
    for (const element of list.querySelectorAll<HTMLElement>('[data-index]')) {
      virtualizer.resizeItem(Number(element.dataset['index']), element.offsetHeight)
    }
  }

  useLayoutEffect(() => {
    const list = scroller.current
    const { isLaidOut, ...last } = before.current
    if (list === null) return
    if (!isLaidOut) {
      // The rows are laid out in the second render.
      measureRows(list)
      holdPlace(list, false)
      const hasRows = list.querySelector('[data-index]') !== null
      before.current = { isLaidOut: hasRows, rows, edition, activeId: idAt(active), width }
      return
    }
    const isFocused = list.contains(document.activeElement)
    if (last.width !== width) {
      // Every row may have another height now, also those out of view.
      virtualizer.measure()
      measureRows(list)
      holdPlace(list, false)
    }
    if (last.rows !== rows) {
      const isReload = last.edition !== edition
      if (list.scrollTop > 0 || isFocused || list.matches(':hover')) holdPlace(list, isReload)
      const moved = isReload ? indexOf(last.activeId) : null
      if (moved !== null && moved !== active) activate(moved, isFocused)
      // The active row was loaded, and may be higher than its placeholder.
      else if (isFocused && last.activeId === null) virtualizer.scrollToIndex(active)
      // The focused row was the last one and is gone.
      if (hasFocus.current && document.activeElement === document.body) activate(active, true)
    }
    before.current = { isLaidOut, rows, edition, activeId: idAt(active), width }
  })

  // Record the visible rows after every render, for the next.
  useLayoutEffect(() => {
    const list = scroller.current
    if (list === null || !before.current.isLaidOut) return
    const inView = virtualizer
      .getVirtualItems()
      .filter(({ start, end }) => end > list.scrollTop && start < list.scrollTop + list.clientHeight)
      .map(({ index, start }) => ({ id: idAt(index), index, top: start - list.scrollTop }))
    const focused = inView.filter(({ index }) => index === active && list.contains(document.activeElement))
    if (inView.length > 0) visible.current = [...focused, ...inView]
  })

  const leave = useEffectEvent(() => {
    const list = scroller.current
    const first = visible.current.toSorted((one, other) => one.index - other.index).at(0)
    onPlace({
      index: first?.index ?? 0,
      within: -(first?.top ?? 0),
      active,
      isFocused: list?.contains(document.activeElement) === true,
    })
  })
  useLayoutEffect(() => () => leave(), [])

  return {
    onFocus: () => {
      hasFocus.current = true
    },
    onBlur: ({ currentTarget, relatedTarget }) => {
      // When a focused row is removed, no element takes its focus.
      if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) hasFocus.current = false
    },
  }
}
