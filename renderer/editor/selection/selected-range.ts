import { Editor, Path, Point, Range } from 'slate'
import type { TextBlock, VoidBlock } from '#core/article/block.ts'
import { isTextBlock, isVoidBlock, textBlocksIn } from '../query.ts'

/** @returns the path of the line or void block around a point, or null outside of both. */
export function leafBlockAt(editor: Editor, point: Point): Path | null {
  return Editor.above(editor, { at: point, match: isLeafBlock, mode: 'lowest', voids: true })?.[1] ?? null
}

/** @returns whether a node is a line or a void block: a block without blocks in it. */
export function isLeafBlock(node: Parameters<typeof isTextBlock>[0]): node is TextBlock | VoidBlock {
  return isTextBlock(node) || isVoidBlock(node)
}

/**
 * A triple click, a drag or Shift+↓ may leave the end of a selection at the start of the next line, of which nothing looks
 * selected. @returns the same range, with such a hanging end moved back to the end of the block before.
 */
export function withoutHangingEnd(editor: Editor, range: Range): Range {
  if (Range.isCollapsed(range)) return range
  const [start, end] = Range.edges(range)
  const first = leafBlockAt(editor, start)
  const last = leafBlockAt(editor, end)
  if (first === null || last === null || Path.equals(first, last) || !Editor.isStart(editor, end, last)) return range
  const before = Editor.previous(editor, { at: last, match: isLeafBlock, mode: 'lowest', voids: true })
  if (before === undefined) return range
  const point = Editor.end(editor, before[1])
  const trimmed = Point.isBefore(point, start) ? start : point
  return Range.isBackward(range) ? { anchor: trimmed, focus: start } : { anchor: start, focus: trimmed }
}

/** @returns what is selected, as commands understand it: a hanging end does not count. */
export function selectedRange(editor: Editor): Range | null {
  const { selection } = editor
  if (selection === null) return null
  // The end of selected blocks is the end of the last one, which may be an empty line.
  return selection.level === undefined ? withoutHangingEnd(editor, selection) : selection
}

/** @returns the selected lines, in order. */
export function selectedLines(editor: Editor): ReturnType<typeof textBlocksIn> {
  return textBlocksIn(editor, selectedRange(editor))
}
