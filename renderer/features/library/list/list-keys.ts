import type { KeyboardEvent } from 'react'
import type { Virtualizer } from '@tanstack/react-virtual'

/** As much of a page stays in sight as a line of it, in pixels. */
const KEPT = 48

/** Goes among the buttons of a row, from the row itself; the list runs right to left or left to right. */
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
 * @param active the row that has the focus.
 * @returns the row that a key leads to; null when the key is none of the list's.
 */
export function moveByKey(
  event: KeyboardEvent<HTMLElement>,
  active: number,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  // With Shift one goes row by row: what is chosen on the way is seen.
  if (event.shiftKey && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return null
  const last = virtualizer.options.count - 1
  const page = (by: 1 | -1): number => {
    const height = (virtualizer.scrollRect?.height ?? 0) - KEPT
    const start = virtualizer.measurementsCache[active]?.start ?? 0
    const found = virtualizer.getVirtualItemForOffset(start + by * height)?.index ?? active
    // A row as high as the window is a page of its own.
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
