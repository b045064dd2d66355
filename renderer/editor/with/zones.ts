import { Node, Path, type Editor } from 'slate'
import { isTextType } from '#core/article/block-types.ts'
import { traitsOf } from '#core/article/traits.ts'
import { isBlock, isContainer } from '../query.ts'

/** @returns the path of the nearest isolating container around a path, or `[]` for the document. */
export function zoneOf(editor: Editor, path: Path): Path {
  for (const [node, at] of Node.ancestors(editor, path, { reverse: true })) {
    if (isBlock(node) && !(isContainer(node) && !traitsOf(node.type).isolating)) return at
  }
  return []
}

function isRunning(type: string): boolean {
  return isTextType(type) && traitsOf(type).line === 'running'
}

/** @returns whether two lines may merge: both are running text, and in the same zone. */
export function mayMerge(
  editor: Editor,
  [first, firstPath]: readonly [{ type: string }, Path],
  [second, secondPath]: readonly [{ type: string }, Path],
): boolean {
  if (Path.equals(firstPath, secondPath)) return true
  if (!isRunning(first.type) || !isRunning(second.type)) return false
  return Path.equals(zoneOf(editor, firstPath), zoneOf(editor, secondPath))
}
