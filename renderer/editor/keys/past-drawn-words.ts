import { Editor, Node, Path } from 'slate'
import { ReactEditor } from 'slate-react'
import { textBlockAt } from '../query.ts'
import { caretBox, scrollerOf } from './reveal.ts'
import { isCell, type Way } from './table-lines.ts'

/** A movement by one line that goes further, in heights of the caret, may have missed a line. */
const FAR = 1.7

type LineMove = {
  /** The line in which the caret was, and its box there. */
  from: Path
  before: DOMRect
  way: Way
  /** The horizontal position that it keeps. */
  x: number
  extend: boolean
}

/**
 * Corrects a movement by one line where a row on the way holds nothing but drawn words. The browser finds no place for the
 * caret there, and goes to the end of the document. A caret that was put past such a row has its column from here too.
 */
export function stepPastDrawnWords(editor: Editor, dom: Selection, { from, before, way, x, extend }: LineMove): void {
  const landed = caretBox(editor)
  const isFar = landed !== null && Math.abs(landed.top - before.top) > FAR * before.height
  const isOffColumn = Math.abs(before.left - x) > 1
  if (!isFar && !isOffColumn) return
  const beside = lineBeside(editor, from, way)
  if (!hasDrawnWords(editor, from) && (beside === null || !hasDrawnWords(editor, beside))) return
  const within = pointOnRow(editor, { path: from, way, x, past: before.top + before.height / 2 })
  const to = textBlockAt(editor, editor.selection?.focus ?? null)?.[1]
  const isThere = !isOffColumn && to !== undefined && beside !== null && Path.equals(to, beside)
  const isLeft = beside === null || isThere || isCell(editor, from)
  const point = within ?? (isLeft ? null : pointOnRow(editor, { path: beside, way, x, past: null }))
  if (point === null) return
  if (extend) dom.extend(...point)
  else dom.collapse(...point)
}

function elementAt(editor: Editor, path: Path): HTMLElement {
  return ReactEditor.toDOMNode(editor, Node.get(editor, path))
}

function hasDrawnWords(editor: Editor, path: Path): boolean {
  return elementAt(editor, path).querySelector('.drawn-words') !== null
}

/** @returns the line after or before another one; null at the end of the article. */
function lineBeside(editor: Editor, path: Path, way: Way): Path | null {
  const point =
    way === 'forward'
      ? Editor.after(editor, Editor.end(editor, path))
      : Editor.before(editor, Editor.start(editor, path))
  return point === undefined ? null : (textBlockAt(editor, point)?.[1] ?? null)
}

type RowOptions = {
  path: Path
  way: Way
  x: number
  /** The row that is left, by its middle; null for another line. */
  past: number | null
}

/** @returns the point of the DOM on the nearest row of a line with letters of its own; null without such a row. */
function pointOnRow(editor: Editor, { path, way, x, past }: RowOptions): [globalThis.Node, number] | null {
  const element = elementAt(editor, path)
  const letters = [...element.querySelectorAll('[data-slate-string], [data-slate-zero-width]')]
  const boxes = letters.flatMap((each) => [...each.getClientRects()]).filter(({ height }) => height > 0)
  const ahead = boxes
    .filter(({ top, bottom }) => past === null || (way === 'forward' ? top > past : bottom < past))
    .toSorted((one, other) => (way === 'forward' ? one.top - other.top : other.bottom - one.bottom))
  const [row] = ahead
  if (row === undefined) return null
  const middle = row.top + row.height / 2
  const onRow = ahead.filter(({ top, bottom }) => top <= middle && bottom >= middle)
  const shift = scrollTo(editor, row)
  const left = Math.min(...onRow.map((each) => each.left))
  const right = Math.max(...onRow.map((each) => each.right))
  const found = document.caretPositionFromPoint(Math.min(Math.max(x, left + 0.5), right - 0.5), middle - shift)
  return found === null || !element.contains(found.offsetNode) ? null : [found.offsetNode, found.offset]
}

/** Scrolls the page as far as needed to have a row in sight: only there are places found. @returns how far */
function scrollTo(editor: Editor, row: DOMRect): number {
  const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
  if (page === null) return 0
  const { top, bottom } = page.getBoundingClientRect()
  const { scrollTop } = page
  if (row.top < top) page.scrollTop -= top - row.top
  else if (row.bottom > bottom) page.scrollTop += row.bottom - bottom
  return page.scrollTop - scrollTop
}
