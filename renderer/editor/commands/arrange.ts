import { Editor, Node, Path, Transforms } from 'slate'
import { isArrangedType } from '#core/article/block-types.ts'
import { bodyStart, isBlock, textBlockAt } from '../query.ts'

/** Whether blocks of the body, or items within one, are arranged. */
type Movable = { path: Path; first: number; last: number }

/** @returns what the caret's block moves among: list items and rows among their like, else the body's blocks. */
function movableAt(editor: Editor): Movable | null {
  const focus = editor.selection?.focus
  if (focus === undefined) return null
  const entry = textBlockAt(editor, focus)
  for (const path of entry === null ? [] : [entry[1], Path.parent(entry[1])]) {
    if (path.length < 2) continue
    const node = Node.get(editor, path)
    if (!isBlock(node) || !isArrangedType(node.type)) continue
    const siblings = Node.parent(editor, path).children.length
    // An only item has nowhere to go: its block moves.
    if (siblings > 1) return { path, first: 0, last: siblings - 1 }
  }
  const path = focus.path.slice(0, 1)
  const first = bodyStart(editor.children)
  return (path[0] ?? 0) < first ? null : { path, first, last: editor.children.length - 1 }
}

/** Moves the block (or list item, or row) of the caret one place up or down. @returns whether it could move. */
export function moveBlock(editor: Editor, down: boolean): boolean {
  const movable = movableAt(editor)
  if (movable === null) return false
  const index = movable.path.at(-1) ?? 0
  const target = down ? index + 1 : index - 1
  if (target < movable.first || target > movable.last) return false
  Transforms.moveNodes(editor, { at: movable.path, to: [...Path.parent(movable.path), target], voids: true })
  return true
}

/** Moves a top-level block of the body so that it stands before the one now at `before`. The head stays on top. */
export function moveBlockTo(editor: Editor, from: number, before: number): void {
  const first = bodyStart(editor.children)
  const target = Math.max(before, first)
  if (from < first || target === from || target === from + 1) return
  Transforms.moveNodes(editor, { at: [from], to: [target > from ? target - 1 : target], voids: true })
}

/** Puts a copy of the caret's block after it, with ids of its own, and the caret in the copy. */
export function duplicateBlock(editor: Editor): boolean {
  const movable = movableAt(editor)
  if (movable === null) return false
  const next = Path.next(movable.path)
  const focus = editor.selection?.focus
  // The copy keeps its ids until `withIds` sees that they are taken.
  Transforms.insertNodes(editor, structuredClone(Node.get(editor, movable.path)), {
    at: next,
    voids: true,
  })
  if (focus === undefined) return true
  const path = [...next, ...focus.path.slice(movable.path.length)]
  Transforms.select(editor, { path, offset: focus.offset })
  return true
}

/** Removes the caret's block whole. The caret goes to where the next one now stands, else to the one before. */
export function deleteBlock(editor: Editor): boolean {
  const movable = movableAt(editor)
  if (movable === null) return false
  const { path } = movable
  Transforms.removeNodes(editor, { at: path, voids: true })
  const place = Node.has(editor, path) || !Path.hasPrevious(path) ? path : Path.previous(path)
  if (Node.has(editor, place)) Transforms.select(editor, Editor.start(editor, place))
  return true
}
