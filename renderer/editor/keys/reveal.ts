import { ReactEditor } from 'slate-react'
import type { Editor } from 'slate'

/** The distance of the caret's line from the edges of the window, in lines. */
const MARGIN_LINES = 2

/** How the page scrolls to the caret: no further than needed, or always so that its line is in the middle. */
export type Reveal = 'nearest' | 'centre'

const REVEAL = new WeakMap<Editor, Reveal>()

/** Sets how the page scrolls to the caret. */
export function setReveal(editor: Editor, reveal: Reveal): void {
  REVEAL.set(editor, reveal)
}

/**
 * @returns the rectangle of the caret, or of its line if the line is empty, where browsers report none for the caret.
 */
export function caretBox(editor: Editor): DOMRect | null {
  const selection = ReactEditor.getWindow(editor).getSelection()
  if (selection?.focusNode === null || selection === null) return null
  const range = document.createRange()
  range.setStart(selection.focusNode, selection.focusOffset)
  const boxes = range.getClientRects()
  const box = boxes[boxes.length - 1]
  if (box !== undefined) return box
  const { focusNode } = selection
  const element = focusNode instanceof Element ? focusNode : focusNode.parentElement
  return element?.getBoundingClientRect() ?? null
}

/** Scrolls the page so that the caret is visible, as `setReveal` says. */
export function revealCaret(editor: Editor): void {
  const box = caretBox(editor)
  const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
  if (box === null || page === null) return
  const { top, bottom } = page.getBoundingClientRect()
  if (REVEAL.get(editor) === 'centre') {
    page.scrollTop += box.top + box.height / 2 - (top + bottom) / 2
    return
  }
  const margin = Math.min(MARGIN_LINES * box.height, (bottom - top) / 4)
  if (box.top < top + margin) page.scrollTop += box.top - top - margin
  else if (box.bottom > bottom - margin) page.scrollTop += box.bottom - bottom + margin
}

/**
 * Scrolls the page so that an element or range is in its middle. Unlike `scrollIntoView`, it never scrolls the window.
 */
export function centre(editor: Editor, place: Element | globalThis.Range): void {
  const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
  if (page === null) return
  const { top, height } = place.getBoundingClientRect()
  const box = page.getBoundingClientRect()
  page.scrollTop += top + Math.min(height, box.height) / 2 - (box.top + box.height / 2)
}

const SCROLLERS = new WeakMap<Element, Element>()

/** @returns the nearest scrolling ancestor. Cached. */
export function scrollerOf(element: Element): Element | null {
  const known = SCROLLERS.get(element)
  if (known?.isConnected === true) return known
  const found = findScroller(element)
  if (found !== null) SCROLLERS.set(element, found)
  return found
}

function findScroller(element: Element): Element | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at)
    if (overflowY === 'auto' || overflowY === 'scroll') return at
  }
  return null
}
