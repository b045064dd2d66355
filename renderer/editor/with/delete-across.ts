import { Editor, Node, Path, Point, Range, Transforms, type NodeEntry } from 'slate'
import type { AnyBlock, TextBlock } from '#core/article/block.ts'
import { isArrangedType, isContainerType, isFixedType, isHeadType } from '#core/article/block-types.ts'
import { isBlock, isContainer, isVoidBlock, textBlocksIn } from '../query.ts'
import { leafBlockAt } from '../selection/selected-range.ts'

/**
 * Deletes a range whose lines may not merge, or need not, because whole ones are selected. Removes the selected text and
 * the blocks wholly inside the range. The line at its start stays, and gets the caret. Without all its text an article
 * begins anew, in the headline.
 */
export function deleteAcross(editor: Editor, range: Range): void {
  const [start, end] = Range.edges(range)
  const isAll = isArticle(editor, { anchor: start, focus: end })
  const lines = textBlocksIn(editor, range)
  const caret = Editor.pointRef(editor, start, { affinity: 'backward' })
  Editor.withoutNormalizing(editor, () => {
    const inside = blocksInside(editor, start, end)
    for (const [block, path] of lines.toReversed()) {
      if (inside.some((other) => Path.isAncestor(other, path) || Path.equals(other, path))) continue
      deleteInLine(editor, [block, path], start, end)
    }
    for (const path of inside.toReversed()) Transforms.removeNodes(editor, { at: path, voids: true })
    const headline = editor.children.findIndex((node) => isBlock(node) && node.type === 'headline')
    const point = caret.unref()
    if (isAll && headline !== -1) Transforms.select(editor, Editor.start(editor, [headline]))
    else if (point !== null) Transforms.select(editor, point)
  })
}

/** @returns whether a forward range is the whole article. */
export function isArticle(editor: Editor, range: Range): boolean {
  return Range.equals(range, Editor.range(editor, []))
}

/** @returns the paths of the outermost blocks wholly inside a range that can be removed with it. */
function blocksInside(editor: Editor, start: Point, end: Point): Path[] {
  const first = leafBlockAt(editor, start)
  const kept = first === null || isVoidBlock(Node.get(editor, first)) ? null : first
  const from = start.path[0] ?? 0
  const to = end.path[0] ?? 0
  const found: Path[] = []
  const visit = (path: Path): void => {
    const block = Node.get(editor, path)
    if (!isBlock(block)) return
    const [blockStart, blockEnd] = Editor.edges(editor, path)
    const isInside = !Point.isBefore(blockStart, start) && !Point.isAfter(blockEnd, end)
    const isKept = kept !== null && (Path.equals(path, kept) || Path.isAncestor(path, kept))
    if (isInside && !isKept && isRemovable(block)) found.push(path)
    else if (isContainer(block)) for (const index of block.children.keys()) visit([...path, index])
  }
  for (let index = from; index <= to; index += 1) visit([index])
  return found
}

/** Fields of the head and fixed lines are emptied, and so are the rows of a table. */
function isRemovable({ type }: AnyBlock): boolean {
  return !isHeadType(type) && !isFixedType(type) && !(isContainerType(type) && isArrangedType(type))
}

/** Deletes the selected part of one line. */
function deleteInLine(editor: Editor, [, path]: NodeEntry<TextBlock>, start: Point, end: Point): void {
  const [lineStart, lineEnd] = Editor.edges(editor, path)
  const from = Point.isAfter(start, lineStart) ? start : lineStart
  const to = Point.isBefore(end, lineEnd) ? end : lineEnd
  if (!Point.equals(from, to)) Transforms.delete(editor, { at: { anchor: from, focus: to } })
}
