import type { KeyboardEvent } from 'react'
import type { Virtualizer } from '@tanstack/react-virtual'

/** How much of the last page stays visible after PageUp and PageDown, in pixels. */
const PAGE_OVERLAP = 48

/** Moves the focus between a row and its buttons, in the direction of the interface. */
function moveWithin(event: KeyboardEvent<HTMLElement>): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row]') : null
  if (row === null) return
  const stops = [row, ...row.querySelectorAll('button')]
  const isOn = (event.key === 'ArrowLeft') === (getComputedStyle(row).direction === 'rtl')
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const next = stops[at + (isOn ? 1 : -1)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/**
 * @param active the focused row
 * @returns the row that the key moves to; null for a key that the list does not handle
 */
export function moveByKey(
  event: KeyboardEvent<HTMLElement>,
  active: number,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  // Shift selects row by row only, so that every selected row was visible.
  if (event.shiftKey && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return null
  const last = virtualizer.options.count - 1
  const page = (by: 1 | -1): number => {
    const height = (virtualizer.scrollRect?.height ?? 0) - PAGE_OVERLAP
    const start = virtualizer.measurementsCache[active]?.start ?? 0
    const found = virtualizer.getVirtualItemForOffset(start + by * height)?.index ?? active
    // A row that is higher than the page still moves by one.
    return found === active ? active + by : found
  }
  const within = (index: number): number => Math.max(0, Math.min(last, index))
  switch (event.key) {
    case 'ArrowDown':
      return within(active + 1)
    case 'ArrowUp':
      return within(active - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'PageDown':
      return within(page(1))
    case 'PageUp':
      return within(page(-1))
    case 'ArrowLeft':
    case 'ArrowRight':
      moveWithin(event)
      return null
    default:
      return null
  }
}
