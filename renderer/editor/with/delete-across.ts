import { Editor, Node, Path, Point, Range, Transforms, type NodeEntry } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import { isBlock, textBlocksIn } from '../query.ts'
import { isFixedType } from '#core/article/block-types.ts'

/**
 * Deletes a range whose first and last line may not merge. Removes the selected text and the blocks wholly inside the
 * range; the caret goes to its start.
 */
export function deleteAcross(editor: Editor, range: Range): void {
  const [start, end] = Range.edges(range)
  const lines = textBlocksIn(editor, range)
  const caret = Editor.pointRef(editor, start, { affinity: 'backward' })
  Editor.withoutNormalizing(editor, () => {
    const inside = wholeBlocks(editor, start, end)
    for (const [block, path] of lines.toReversed()) {
      if (inside.some((other) => Path.isAncestor(other, path) || Path.equals(other, path))) continue
      deleteInLine(editor, [block, path], start, end)
    }
    for (const path of inside.toReversed()) Transforms.removeNodes(editor, { at: path, voids: true })
    const point = caret.unref()
    if (point !== null) Transforms.select(editor, point)
  })
}

/** @returns the paths of the top-level body blocks between those of both ends, including void blocks. */
function wholeBlocks(editor: Editor, start: Point, end: Point): Path[] {
  const first = start.path[0] ?? 0
  const last = end.path[0] ?? 0
  const paths: Path[] = []
  for (let index = first + 1; index < last; index += 1) {
    const node = Node.get(editor, [index])
    if (isBlock(node) && !isFixedType(node.type)) paths.push([index])
  }
  return paths
}

/** Deletes the selected part of one line. A nested line wholly inside the range is removed, unless it is fixed. */
function deleteInLine(editor: Editor, [block, path]: NodeEntry<TextBlock>, start: Point, end: Point): void {
  const [lineStart, lineEnd] = Editor.edges(editor, path)
  const from = Point.isAfter(start, lineStart) ? start : lineStart
  const to = Point.isBefore(end, lineEnd) ? end : lineEnd
  const isWhollyInside = Point.isBefore(start, lineStart) && Point.isAfter(end, lineEnd)
  if (isWhollyInside && path.length > 1 && !isFixedType(block.type)) {
    Transforms.removeNodes(editor, { at: path })
    return
  }
  if (!Point.equals(from, to)) Transforms.delete(editor, { at: { anchor: from, focus: to } })
}
