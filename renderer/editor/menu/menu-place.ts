/** The menu at its longest, its width, and its distance from the slash and from the edges of the window, in pixels. */
const HEIGHT = 352
const WIDTH = 288
const GAP = 8

/** Where a menu stands in the window, as a style. */
export type MenuPlace = { top?: number; bottom?: number; left: number; maxHeight: number }

/**
 * Places a menu at typed words: below them, or above them where there is more room. It is as high as the room allows, so
 * that the window cuts nothing of it. Above the words it hangs by its lower edge, which stays at them when the menu
 * becomes shorter.
 *
 * @param words where they are drawn
 * @param window its size
 */
export function menuPlace(
  words: { top: number; bottom: number; right: number },
  window: { width: number; height: number },
): MenuPlace {
  // Always from the left, also on a right-to-left page.
  const left = Math.max(GAP, Math.min(words.right - WIDTH, window.width - WIDTH - GAP))
  const below = window.height - words.bottom - 2 * GAP
  const above = words.top - 2 * GAP
  if (below >= HEIGHT || below >= above) return { top: words.bottom + GAP, left, maxHeight: Math.min(HEIGHT, below) }
  return { bottom: window.height - words.top + GAP, left, maxHeight: Math.min(HEIGHT, above) }
}
