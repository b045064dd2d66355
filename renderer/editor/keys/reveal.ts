import { ReactEditor } from 'slate-react'
import type { Editor } from 'slate'

/** How far from the edges of the window the line of the caret is kept, in lines. */
const MARGIN_LINES = 2

/** Where the line that is written is kept: wherever it is, as long as it is seen, or always in the middle. */
export type Reveal = 'nearest' | 'centre'

const REVEAL = new WeakMap<Editor, Reveal>()

/** Sets where the line that is written is kept. */
export function setReveal(editor: Editor, reveal: Reveal): void {
  REVEAL.set(editor, reveal)
}

/** @returns where the caret is on the screen; an empty line has no text of its own, and stands for its caret. */
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

/** Scrolls the page so that the line of the caret is seen, and no further than needed. */
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

/** Scrolls the page, and nothing around it, so that a place in the text stands in its middle. */
export function centre(editor: Editor, place: Element | globalThis.Range): void {
  const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
  if (page === null) return
  const { top, height } = place.getBoundingClientRect()
  const box = page.getBoundingClientRect()
  page.scrollTop += top + Math.min(height, box.height) / 2 - (box.top + box.height / 2)
}

const SCROLLERS = new WeakMap<Element, Element>()

/** @returns the nearest element around the text that scrolls; looked for once. */
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
