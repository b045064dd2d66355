/** The size of a bar beside words, and its distance from them, in pixels. */
export type BarSize = { width: number; height: number; gap: number }
/** The top left corner of a bar, in the window. */
export type BarPlace = { top: number; left: number }
type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>

/**
 * Places a bar beside words: above them, or below where the page has no room above; or the other way about. It stays in
 * the page.
 * @returns null while the words are scrolled out of sight
 */
export function barPlace(
  words: Box,
  page: Box,
  { width, height, gap }: BarSize,
  side: 'above' | 'below' = 'above',
): BarPlace | null {
  if (words.bottom <= page.top || words.top >= page.bottom) return null
  const above = words.top - gap - height
  const below = words.bottom + gap
  const last = page.bottom - gap - height
  const places = [
    ...(above >= page.top + gap ? [above] : []),
    ...(below <= last ? [below] : []),
    // Words that fill the page leave no room beside them.
    page.top + gap,
  ]
  const top = (side === 'below' && below <= last ? below : places[0]) ?? page.top + gap
  const middle = (words.left + words.right - width) / 2
  return { top, left: Math.max(page.left + gap, Math.min(middle, page.right - gap - width)) }
}
