import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { BLOCK, indexOfDrawn, outermost } from './drawn-path.ts'
import { bodyStart } from './query.ts'

type Found = { index: number; box: DOMRect }

/** @returns the top-level body block at a vertical position of the window, or null in a gap or in the head. */
export function blockAt(editor: Editor, page: Element, y: number): Found | null {
  const { left, width } = page.getBoundingClientRect()
  for (const found of document.elementsFromPoint(left + width / 2, y)) {
    const inner = page.contains(found) ? found.closest(BLOCK) : null
    if (inner === null) continue
    const block = outermost(inner)
    const index = indexOfDrawn(editor, block)
    if (index === null || index < bodyStart(editor.children)) return null
    return { index, box: block.getBoundingClientRect() }
  }
  return null
}

/** Distances at which to look for a block near a gap, in pixels. */
const PROBES = [0, -16, 16, -32, 32]

/** @returns the gap between blocks that is nearest to a vertical position of the window, or null away from the body. */
export function gapAt(editor: Editor, page: Element, y: number): { before: number; top: number } | null {
  const { top } = page.getBoundingClientRect()
  for (const distance of PROBES) {
    const near = blockAt(editor, page, y + distance)
    if (near === null) continue
    const { index, box } = near
    const isAbove = y < box.top + box.height / 2
    return isAbove ? { before: index, top: box.top - top - 8 } : { before: index + 1, top: box.bottom - top + 8 }
  }
  return null
}

/** @returns the gap of the body that is nearest to a vertical position of the window, wherever it is. */
export function nearestGap(editor: Editor, page: Element, y: number): { before: number; top: number } {
  const near = gapAt(editor, page, y)
  if (near !== null) return near
  const first = bodyStart(editor.children)
  const boxOf = (index: number): DOMRect | undefined => {
    const node = editor.children[index]
    return node === undefined ? undefined : ReactEditor.toDOMNode(editor, node).getBoundingClientRect()
  }
  const { top } = page.getBoundingClientRect()
  const [above, below] = [boxOf(first), boxOf(editor.children.length - 1)]
  if (above !== undefined && y < above.top) return { before: first, top: above.top - top - 8 }
  return { before: editor.children.length, top: (below?.bottom ?? y) - top + 8 }
}

/** The distance at which blocks between two positions are looked for: less than any block is high. */
const STEP = 8

/**
 * @returns the indexes of the first and the last block between two vertical positions of the window, in the order of the
 *   positions; null if there is none
 */
export function blocksBetween(editor: Editor, page: Element, from: number, to: number): [number, number] | null {
  const bounds = page.getBoundingClientRect()
  const within = (y: number): number => Math.max(0, bounds.top, Math.min(y, bounds.bottom, innerHeight - 1))
  const [start, end] = [within(from), within(to)]
  const first = nearest(editor, page, start, end)
  const last = nearest(editor, page, end, start)
  return first === null || last === null ? null : [first, last]
}

/** @returns the index of the block at a position, or of the next one on the way to another position. */
function nearest(editor: Editor, page: Element, from: number, to: number): number | null {
  const step = to < from ? -STEP : STEP
  for (let y = from; (to - y) * step >= 0; y += step) {
    const found = blockAt(editor, page, y)
    if (found !== null) return found.index
  }
  return null
}
