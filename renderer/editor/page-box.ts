import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { scrollerOf } from './keys/reveal.ts'

type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>

/** Less of a page than this has no room for a bar, in pixels. */
const NARROWEST = 300

/**
 * @returns the part of the page in which bars may stand. What lies over the page, as the side panel does in a narrow window,
 *   says so by the page's `scroll-padding-inline`. Null where it leaves too little.
 */
export function pageBox(editor: Editor): Box | null {
  const page = scrollerOf(ReactEditor.toDOMNode(editor, editor)) ?? document.documentElement
  const { top, bottom, left, right } = page.getBoundingClientRect()
  const { scrollPaddingLeft, scrollPaddingRight } = getComputedStyle(page)
  // `auto` where nothing is set.
  const [covered, coveredRight] = [scrollPaddingLeft, scrollPaddingRight].map((each) => Number.parseFloat(each) || 0)
  const box = { top, bottom, left: left + (covered ?? 0), right: right - (coveredRight ?? 0) }
  const isCovered = box.left > left || box.right < right
  return isCovered && box.right - box.left < NARROWEST ? null : box
}
