import { useEffectEvent, useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'
import type { Virtualizer } from '@tanstack/react-virtual'
import type { Listing } from './pager.ts'
import type { Place } from './remembered.ts'

type Held = {
  virtualizer: Virtualizer<HTMLDivElement, Element>
  scroller: RefObject<HTMLDivElement | null>
  listing: Listing
  /** Where the list begins. */
  place: Place
  active: number
  /** Makes another row the active one; `isFollowed`: the focus goes there. */
  activate: (index: number, isFollowed: boolean) => void
  /** Told where one was when the list goes. */
  onPlace: (place: Place) => void
}

/** Listeners for the list, which tell whether the focus is in it. */
type HeldFocus = { onFocus: () => void; onBlur: (event: FocusEvent<HTMLElement>) => void }

/** A row that was in sight, and how far below the upper edge it began. */
type Seen = { id: string | null; index: number; top: number }

/**
 * Keeps in place what one looks at, when rows come, go, or change their order or height above it: the row with the focus,
 * or the first that is in sight and still there. At the top the newest come into sight, unless somebody is at work there.
 */
export function useHeldPlace({ virtualizer, scroller, listing, place, active, activate, onPlace }: Held): HeldFocus {
  const { rows, edition, total } = listing
  const idAt = (index: number): string | null => rows.get(index)?.id ?? null
  const seen = useRef<Seen[]>([{ id: idAt(place.index), index: place.index, top: -place.within }])
  const before = useRef({ isSettled: false, rows, edition, activeId: idAt(active), width: 0 })
  const width = virtualizer.scrollRect?.width ?? 0
  const hasFocus = useRef(false)

  const indexOf = (id: string | null): number | null => {
    if (id === null) return null
    for (const [index, row] of rows) if (row.id === id) return index
    return null
  }
  const hold = (list: HTMLElement, isAnew: boolean): void => {
    // Brings the measures up to date.
    virtualizer.getVirtualItems()
    for (const { id, index, top } of seen.current) {
      const at = isAnew ? indexOf(id) : Math.min(index, total - 1)
      const start = at === null ? undefined : virtualizer.measurementsCache[at]?.start
      if (start === undefined) continue
      if (Math.abs(start - top - list.scrollTop) >= 1) list.scrollTop = start - top
      return
    }
  }
  /** At once, also while the list is being scrolled, when the virtualizer itself would wait. */
  const measureRows = (list: HTMLElement): void => {
    for (const element of list.querySelectorAll<HTMLElement>('[data-index]')) {
      virtualizer.resizeItem(Number(element.dataset['index']), element.offsetHeight)
    }
  }

  useLayoutEffect(() => {
    const list = scroller.current
    const { isSettled, ...last } = before.current
    if (list === null) return
    if (!isSettled) {
      // The rows are laid out in the second drawing.
      measureRows(list)
      hold(list, false)
      const hasRows = list.querySelector('[data-index]') !== null
      before.current = { isSettled: hasRows, rows, edition, activeId: idAt(active), width }
      return
    }
    const isFocused = list.contains(document.activeElement)
    if (last.width !== width) {
      // Every row may have another height now, those out of sight as well.
      virtualizer.measure()
      measureRows(list)
      hold(list, false)
    }
    if (last.rows !== rows) {
      const isAnew = last.edition !== edition
      if (list.scrollTop > 0 || isFocused || list.matches(':hover')) hold(list, isAnew)
      const moved = isAnew ? indexOf(last.activeId) : null
      if (moved !== null && moved !== active) activate(moved, isFocused)
      // The row that one went to has come, and may be higher than what stood for it.
      else if (isFocused && last.activeId === null) virtualizer.scrollToIndex(active)
      // The last row went with the focus on it.
      if (hasFocus.current && document.activeElement === document.body) activate(active, true)
    }
    before.current = { isSettled, rows, edition, activeId: idAt(active), width }
  })

  // What is in sight is noted after every drawing, for the next.
  useLayoutEffect(() => {
    const list = scroller.current
    if (list === null || !before.current.isSettled) return
    const inSight = virtualizer
      .getVirtualItems()
      .filter(({ start, end }) => end > list.scrollTop && start < list.scrollTop + list.clientHeight)
      .map(({ index, start }) => ({ id: idAt(index), index, top: start - list.scrollTop }))
    const focused = inSight.filter(({ index }) => index === active && list.contains(document.activeElement))
    if (inSight.length > 0) seen.current = [...focused, ...inSight]
  })

  const leave = useEffectEvent(() => {
    const list = scroller.current
    const first = seen.current.toSorted((one, other) => one.index - other.index).at(0)
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
      // Nothing takes the focus from a row that is no more.
      if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) hasFocus.current = false
    },
  }
}
