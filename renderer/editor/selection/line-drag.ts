import type { MouseEvent as ReactMouseEvent } from 'react'
import { Editor, Element as SlateElement, Point, Transforms } from 'slate'
import { ReactEditor } from 'slate-react'
import { dragOver } from '../drag-over.ts'
import { BLOCK, pathOfDrawn } from '../drawn-path.ts'
import { drawSelection, focusText } from '../focus-text.ts'
import { scrollerOf } from '../keys/reveal.ts'
import { isBlock } from '../query.ts'

/** The click with which a person selects a whole line, and with which every drag selects whole lines. */
export const TRIPLE = 3

type Place = Pick<MouseEvent, 'clientX' | 'clientY'>
type Edges = readonly [start: Point, end: Point]

/**
 * Selects the line of a triple click, and whole lines up to the mouse while it is held and dragged, also upwards. The
 * browser would do it as well, but it forgets that whole lines are meant as soon as Slate draws during the drag.
 */
export function pressLine(editor: Editor, down: ReactMouseEvent): void {
  const page = ReactEditor.toDOMNode(editor, editor)
  const scroller = scrollerOf(page)
  const first = lineAt(editor, page, down)
  if (first === null || scroller === null) return
  down.preventDefault()
  selectLines(editor, first, first)
  focusText(editor)
  dragOver(scroller, down.nativeEvent, (place) => {
    const last = lineAt(editor, page, place)
    if (last !== null) selectLines(editor, first, last)
  })
}

function selectLines(editor: Editor, [start, end]: Edges, [from, to]: Edges): void {
  const isUpwards = Point.isBefore(from, start)
  Transforms.select(editor, isUpwards ? { anchor: end, focus: from } : { anchor: start, focus: to })
  drawSelection(editor)
}

/** @returns the edges of the line at a place of the window, or of the block where it has no line, such as a picture. */
function lineAt(editor: Editor, page: HTMLElement, { clientX, clientY }: Place): Edges | null {
  const { left, right, top, bottom } = page.getBoundingClientRect()
  const x = Math.min(Math.max(clientX, left + 1), right - 1)
  const y = Math.min(Math.max(clientY, top + 1, 1), bottom - 1, innerHeight - 1)
  const node = document.caretPositionFromPoint(x, y)?.offsetNode
  const around = node instanceof Element ? node : node?.parentElement
  let element = around?.closest(BLOCK) ?? null
  while (element !== null && page.contains(element)) {
    const block = ReactEditor.toSlateNode(editor, element)
    if (SlateElement.isElement(block) && isBlock(block)) {
      const path = pathOfDrawn(editor, element)
      return path === null ? null : Editor.edges(editor, path)
    }
    element = element.parentElement?.closest(BLOCK) ?? null
  }
  return null
}
