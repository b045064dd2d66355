import { Editor, Node, Path, Range, Transforms, type Point } from 'slate'
import type { AnyBlock } from '#core/article/block.ts'
import {
  areBlocksSelected,
  movableRange,
  pathsOf,
  runOf,
  selectedBlocks,
  textBlockRun,
  wholeRun,
  type BlockRun,
} from './selected-blocks.ts'

/** Where the caret stood before Escape selected its block. Escape gives it back. */
const CARETS = new WeakMap<Range, Point>()

/**
 * Selects blocks as blocks: those from one to another, at the level of the nearest container that holds both.
 *
 * @param anchor the end that stays when the selection is extended
 */
export function selectBlocks(editor: Editor, anchor: Path, focus: Path = anchor): void {
  const level = Path.equals(anchor, focus) ? anchor.length : Path.common(anchor, focus).length + 1
  const from = Editor.edges(editor, anchor.slice(0, level))
  const to = Editor.edges(editor, focus.slice(0, level))
  const isBackward = Path.isBefore(focus, anchor)
  Transforms.select(editor, { anchor: from[isBackward ? 1 : 0], focus: to[isBackward ? 0 : 1], level })
}

function selectRun(editor: Editor, run: BlockRun): void {
  const paths = pathsOf(run)
  const [first, last] = [paths[0], paths.at(-1)]
  if (first !== undefined && last !== undefined) selectBlocks(editor, first, last)
}

/**
 * What Escape does: selects the block of the caret, then the container around it, and from the top level gives the caret
 * back.
 *
 * @returns false, and changes nothing, in the head, whose fields are no blocks
 */
export function selectAround(editor: Editor): boolean {
  const { selection } = editor
  if (selection === null) return false
  if (selection.level === undefined) {
    const run = textBlockRun(editor)
    if (run === null) return false
    selectRun(editor, run)
    keepCaret(editor, selection.focus)
    return true
  }
  const run = selectedBlocks(editor)
  if (run === null) return false
  const caret = CARETS.get(selection)
  if (run.parent.length === 0) leaveBlocks(editor)
  else selectRun(editor, wholeRun(editor, runOf(run.parent)))
  keepCaret(editor, caret)
  return true
}

function keepCaret(editor: Editor, caret: Point | undefined): void {
  if (caret !== undefined && editor.selection?.level !== undefined) CARETS.set(editor.selection, caret)
}

/** Puts the caret back into the text: where it stood before, if Escape selected the blocks, else at their start. */
export function leaveBlocks(editor: Editor): void {
  const { selection } = editor
  if (selection === null) return
  const caret = CARETS.get(selection)
  const isThere = caret !== undefined && Editor.hasPath(editor, caret.path) && Range.includes(selection, caret)
  Transforms.setSelection(editor, { level: undefined })
  Transforms.select(editor, isThere ? caret : Editor.start(editor, selection))
}

/** The blocks that are selected, and which of their two ends moves when the selection is extended. */
function endsOf(editor: Editor): { run: BlockRun; anchor: Path; focus: Path } | null {
  const run = selectedBlocks(editor)
  if (run === null || editor.selection === null) return null
  const [start, end] = [
    [...run.parent, run.first],
    [...run.parent, run.last],
  ]
  return Range.isBackward(editor.selection) ? { run, anchor: end, focus: start } : { run, anchor: start, focus: end }
}

/** @returns the selected block at which the selection of blocks is extended, or null without one. */
export function focusBlock(editor: Editor): AnyBlock | null {
  const ends = endsOf(editor)
  return ends === null ? null : (Node.get(editor, ends.focus) as AnyBlock)
}

/** Extends the selection of blocks to a block. The end that stays is that of the blocks or of the text selected now. */
export function extendTo(editor: Editor, path: Path): void {
  selectBlocks(editor, endsOf(editor)?.anchor ?? path, path)
}

/**
 * Selects the block before or after the selected ones, or extends the selection to it. At the edge of a container it
 * selects the container.
 *
 * @returns false if no blocks are selected
 */
export function stepBlocks(editor: Editor, isDown: boolean, isExtending: boolean): boolean {
  const ends = areBlocksSelected(editor) ? endsOf(editor) : null
  if (ends === null) return false
  const { run, anchor, focus } = ends
  const from = isExtending ? (focus.at(-1) ?? 0) : isDown ? run.last : run.first
  const target = isDown ? from + 1 : from - 1
  const { first, last } = movableRange(editor, run.parent)
  const isBeyond = target < first || target > last
  const next = [...run.parent, Math.min(last, Math.max(first, target))]
  if (isBeyond && run.parent.length > 0) selectRun(editor, wholeRun(editor, runOf(run.parent)))
  else selectBlocks(editor, isExtending ? anchor : next, next)
  return true
}
