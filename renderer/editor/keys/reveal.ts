import { ReactEditor } from 'slate-react'
import type { Editor } from 'slate'
import { focusBlock } from '../selection/select-blocks.ts'
import { areBlocksSelected } from '../selection/selected-blocks.ts'

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
  const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
  if (page === null) return
  if (areBlocksSelected(editor)) return revealBlock(editor, page)
  const box = caretBox(editor)
  if (box === null) return
  const { top, bottom } = page.getBoundingClientRect()
  if (REVEAL.get(editor) === 'centre') {
    page.scrollTop += box.top + box.height / 2 - (top + bottom) / 2
    return
  }
  const margin = Math.min(MARGIN_LINES * box.height, (bottom - top) / 4)
  if (box.top < top + margin) page.scrollTop += box.top - top - margin
  else if (box.bottom > bottom - margin) page.scrollTop += box.bottom - bottom + margin
}

/** How much of a selected block must be in sight, in pixels: a press on a tall picture must not move it. */
const ENOUGH = 64

/** Scrolls the page as far as needed to show the block at which the selection of blocks is extended. */
function revealBlock(editor: Editor, page: Element): void {
  const block = focusBlock(editor)
  if (block === null) return
  const { top, bottom, height } = ReactEditor.toDOMNode(editor, block).getBoundingClientRect()
  const box = page.getBoundingClientRect()
  const enough = Math.min(height, ENOUGH)
  if (bottom < box.top + enough) page.scrollTop += bottom - box.top - enough
  else if (top > box.bottom - enough) page.scrollTop += Math.min(bottom - box.bottom, top - box.top) + 8
}

/**
 * Scrolls the page so that an element or range is in its middle, and a wide table beside which it lies. Unlike
 * `scrollIntoView`, it never scrolls the window.
 */
export function centre(editor: Editor, place: Element | globalThis.Range): void {
  const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
  if (page === null) return
  const start = place instanceof Element ? place : place.startContainer.parentElement
  for (let at = start; at !== null && at !== page; at = at.parentElement) {
    if (at.scrollWidth > at.clientWidth && getComputedStyle(at).overflowX === 'auto') centreAcross(at, place)
  }
  const { top, height } = place.getBoundingClientRect()
  const box = page.getBoundingClientRect()
  page.scrollTop += top + Math.min(height, box.height) / 2 - (box.top + box.height / 2)
}

/** Scrolls an element sideways, if a place in it is out of its box. */
function centreAcross(box: Element, place: Element | globalThis.Range): void {
  const { left, right } = box.getBoundingClientRect()
  const inner = place.getBoundingClientRect()
  if (inner.left >= left && inner.right <= right) return
  box.scrollLeft += (inner.left + inner.right) / 2 - (left + right) / 2
}

const SCROLLERS = new WeakMap<Element, HTMLElement>()

/** @returns the nearest scrolling ancestor. Cached. */
export function scrollerOf(element: Element): HTMLElement | null {
  const known = SCROLLERS.get(element)
  if (known?.isConnected === true) return known
  const found = findScroller(element)
  if (found !== null) SCROLLERS.set(element, found)
  return found
}

function findScroller(element: Element): HTMLElement | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at)
    if (overflowY === 'auto' || overflowY === 'scroll') return at
  }
  return null
}
