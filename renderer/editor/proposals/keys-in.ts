import { Editor, Path, Range } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import { isBlock, isTextBlock } from '../query.ts'
import { unitAt } from '../units.ts'
import type { Board } from './board.ts'

/** @returns the keys of the changes that a range of the text touches */
export function keysIn(editor: Editor, board: Board, range: Range): string[] {
  const [start, end] = Range.edges(range)
  const keys = new Set<string>()
  for (const [node, path] of Editor.nodes(editor, { at: range, match: (each) => isBlock(each), mode: 'all' })) {
    if (!isBlock(node)) continue
    const drawing = board.blockOf(node.id)
    for (const { key } of [...(drawing?.frames ?? []), ...(drawing?.before ?? [])]) keys.add(key)
    if (!isTextBlock(node)) continue
    const from = unitIn(node, path, start, 0)
    const to = unitIn(node, path, end, Number.MAX_SAFE_INTEGER)
    for (const { line } of board.linesOf(path[0] ?? 0, node.id)) {
      for (const each of line.ranges) if (each.start < to && from < each.end) keys.add(each.key)
      for (const { at, key } of line.words) if (from <= at && at <= to) keys.add(key)
    }
  }
  return [...keys]
}

/** @returns where a point lies in a line, in units; `outside` for a point in another line */
function unitIn(line: TextBlock, path: Path, point: { path: Path; offset: number }, outside: number): number {
  return Path.isAncestor(path, point.path) ? unitAt(line, Path.relative(point.path, path), point.offset) : outside
}
