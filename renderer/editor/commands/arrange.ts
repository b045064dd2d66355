import { Editor, Node, Path, Transforms } from 'slate'
import { isArrangedType } from '#core/article/block-types.ts'
import { bodyStart, isBlock, textBlockAt } from '../query.ts'

/** A block that commands move, and the range of indexes among its siblings that it may move to. */
type Movable = { path: Path; first: number; last: number }

/**
 * @returns the block at the caret that commands move: the innermost arranged one (a list item, a row), else the
 *   top-level block.
 */
function movableAt(editor: Editor): Movable | null {
  const focus = editor.selection?.focus
  if (focus === undefined) return null
  const entry = textBlockAt(editor, focus)
  for (const path of entry === null ? [] : [entry[1], Path.parent(entry[1])]) {
    if (path.length < 2) continue
    const node = Node.get(editor, path)
    if (!isBlock(node) || !isArrangedType(node.type)) continue
    const siblings = Node.parent(editor, path).children.length
    // A single item cannot move among its siblings, so its container moves.
    if (siblings > 1) return { path, first: 0, last: siblings - 1 }
  }
  const path = focus.path.slice(0, 1)
  const first = bodyStart(editor.children)
  return (path[0] ?? 0) < first ? null : { path, first, last: editor.children.length - 1 }
}

/** Moves the block at the caret one place up or down. @returns false when it stands first or last. */
export function moveBlock(editor: Editor, down: boolean): boolean {
  const movable = movableAt(editor)
  if (movable === null) return false
  const index = movable.path.at(-1) ?? 0
  const target = down ? index + 1 : index - 1
  if (target < movable.first || target > movable.last) return false
  Transforms.moveNodes(editor, { at: movable.path, to: [...Path.parent(movable.path), target], voids: true })
  return true
}

/** Moves a top-level block to before the one that is now at index `before`, but never into the head. */
export function moveBlockTo(editor: Editor, from: number, before: number): void {
  const first = bodyStart(editor.children)
  const target = Math.max(before, first)
  if (from < first || target === from || target === from + 1) return
  Transforms.moveNodes(editor, { at: [from], to: [target > from ? target - 1 : target], voids: true })
}

/** Inserts a copy of the block at the caret after it and moves the caret to the same place in the copy. */
export function duplicateBlock(editor: Editor): boolean {
  const movable = movableAt(editor)
  if (movable === null) return false
  const next = Path.next(movable.path)
  const focus = editor.selection?.focus
  // `withIds` gives the copy new ids.
  Transforms.insertNodes(editor, structuredClone(Node.get(editor, movable.path)), {
    at: next,
    voids: true,
  })
  if (focus === undefined) return true
  const path = [...next, ...focus.path.slice(movable.path.length)]
  Transforms.select(editor, { path, offset: focus.offset })
  return true
}

/** Removes the block at the caret. The caret goes to the next block, or to the one before if there is none. */
export function deleteBlock(editor: Editor): boolean {
  const movable = movableAt(editor)
  if (movable === null) return false
  const { path } = movable
  Transforms.removeNodes(editor, { at: path, voids: true })
  const place = Node.has(editor, path) || !Path.hasPrevious(path) ? path : Path.previous(path)
  if (Node.has(editor, place)) Transforms.select(editor, Editor.start(editor, place))
  return true
}
