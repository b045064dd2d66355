import { Node, Path, type Editor } from 'slate'
import { isBlock } from '../query.ts'

/**
 * Lines that belong to their block's shape: deleting over them empties them, and they stay. Their words never run
 * into those of another line.
 */
const FIXED: ReadonlySet<string> = new Set([
  'kicker',
  'headline',
  'deck',
  'byline',
  'dateline',
  'caption',
  'credit',
  'attribution',
  'factbox-title',
  'table-cell',
])

/** @returns whether a line of this type belongs to its block's shape. */
export function isFixed(type: string): boolean {
  return FIXED.has(type)
}

/**
 * @returns the path of the block within which running text may flow from line to line: the quotation or factbox
 * around it, else the document. A list is no border.
 */
export function zoneOf(editor: Editor, path: Path): Path {
  for (const [node, at] of Node.ancestors(editor, path, { reverse: true })) {
    if (isBlock(node) && node.type !== 'list') return at
  }
  return []
}

const FLOWING: ReadonlySet<string> = new Set(['paragraph', 'subhead', 'pullquote', 'correction', 'list-item'])

/** @returns whether the words of the second line may join the first: both are running text of the same place. */
export function mayMerge(
  editor: Editor,
  [first, firstPath]: readonly [{ type: string }, Path],
  [second, secondPath]: readonly [{ type: string }, Path],
): boolean {
  if (Path.equals(firstPath, secondPath)) return true
  if (!FLOWING.has(first.type) || !FLOWING.has(second.type)) return false
  return Path.equals(zoneOf(editor, firstPath), zoneOf(editor, secondPath))
}
