import { Editor, Path, Range, type Point } from 'slate'
import type { Block } from '#core/article/block.ts'
import { newArticle } from '#core/article/factories.ts'
import { compute } from '#core/changes/compute.ts'
import { following, type Follow } from '#core/changes/follow.ts'
import { documentOf } from '../create-editor.ts'
import { newBlockId } from '../new-id.ts'
import { isTextBlock } from '../query.ts'
import { pointAt, unitAt } from '../units.ts'
import { isLeafBlock } from './selected-range.ts'

/** A place in a block before the change, in units of its line, with the blocks that stood before it, the nearest first. */
type Kept = { block: string; at: number; length: number; before: readonly string[] }

/**
 * Keeps the caret and the selection at their words while a change replaces blocks. An editor moves them with operations
 * only, and would leave them beside a block that was taken out and put in again.
 */
export function keepSelection(editor: Editor, change: () => void): void {
  const { selection } = editor
  const before = documentOf(editor)
  const kept =
    selection === null ? null : ([keptAt(editor, selection.anchor), keptAt(editor, selection.focus)] as const)
  change()
  const now = documentOf(editor)
  if (selection === null || kept === null || now === before) return
  const [from, to] = [articleOf(before), articleOf(now)]
  const follow = following(from, compute(from, to))
  const [anchor, focus] = kept
  const isWide = Range.isExpanded(selection)
  const isBackward = Range.isBackward(selection)
  const start = pointOf(editor, follow, anchor, isWide && !isBackward)
  const end = pointOf(editor, follow, focus, isWide && isBackward)
  if (start !== null && end !== null) editor.select({ ...selection, anchor: start, focus: end })
}

const articleOf = (document: readonly Block[]) => newArticle('text', newBlockId, [...document])

/** @returns the blocks that hold no others, in order */
function leavesOf(editor: Editor) {
  return [...Editor.nodes(editor, { at: [], match: isLeafBlock, mode: 'lowest', voids: true })]
}

function keptAt(editor: Editor, point: Point): Kept | null {
  const leaves = leavesOf(editor)
  const index = leaves.findIndex(([, path]) => Path.isAncestor(path, point.path))
  const [node, path] = leaves[index] ?? []
  if (node === undefined || path === undefined) return null
  const before = leaves.slice(0, index).map(([{ id }]) => id)
  const [at, length] = isTextBlock(node)
    ? [unitAt(node, Path.relative(point.path, path), point.offset), unitAt(node, [node.children.length], 0)]
    : [0, 0]
  return { block: node.id, at, length, before: before.toReversed() }
}

/** @param isStart whether the letter after a place is the one that it belongs to: at the start of a selection it is */
function pointOf(editor: Editor, follow: Follow, kept: Kept | null, isStart: boolean): Point | null {
  if (kept === null) return null
  const { block, at, length, before } = kept
  const toLeft = (): Point | null => {
    for (let end = at; end > 0; end -= 1) {
      const [found] = follow({ block, start: end - 1, end })
      if (found !== undefined) return pointIn(editor, found.block, found.end, 'before')
    }
    return null
  }
  const toRight = (): Point | null => {
    for (let start = at; start < length; start += 1) {
      const [found] = follow({ block, start, end: start + 1 })
      if (found !== undefined) return pointIn(editor, found.block, found.start, 'after')
    }
    return null
  }
  const found = isStart ? (toRight() ?? toLeft()) : (toLeft() ?? toRight())
  if (found !== null) return found
  // No letter of the line is left: the line itself, else the end of the nearest one above.
  const own = pointIn(editor, block, 0, 'before')
  if (own !== null) return own
  for (const id of before) {
    const end = pointIn(editor, id, Number.MAX_SAFE_INTEGER, 'before')
    if (end !== null) return end
  }
  return null
}

function pointIn(editor: Editor, id: string, at: number, side: 'before' | 'after'): Point | null {
  const [node, path] = leavesOf(editor).find(([each]) => each.id === id) ?? []
  if (node === undefined || path === undefined) return null
  return isTextBlock(node) ? pointAt(node, path, at, side) : Editor.start(editor, path)
}
