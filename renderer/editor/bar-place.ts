/** The size of the bar over the selection, and its distance from the words, in pixels. */
export type BarSize = { width: number; height: number; gap: number }
type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>

/**
 * Places the bar beside the selected words: above them, or below where the page has no room above. It stays in the page.
 * @returns its top left corner; null while the words are scrolled out of sight
 */
export function barPlace(words: Box, page: Box, { width, height, gap }: BarSize): { top: number; left: number } | null {
  if (words.bottom <= page.top || words.top >= page.bottom) return null
  const above = words.top - gap - height
  const below = words.bottom + gap
  const last = page.bottom - gap - height
  // Words that fill the page leave no room beside them.
  const top = above >= page.top + gap ? above : below <= last ? below : page.top + gap
  const middle = (words.left + words.right - width) / 2
  return { top, left: Math.max(page.left + gap, Math.min(middle, page.right - gap - width)) }
}
