import { Node, Path, Range, type Editor } from 'slate'
import type { AnyBlock } from '#core/article/block.ts'
import { isArrangedType, isFixedType, shapeOf } from '#core/article/block-types.ts'
import { bodyStart, isBlock, isContainer, isVoidBlock } from '../query.ts'
import { leafBlockAt, selectedRange } from './selected-range.ts'

/** Blocks that stand one after another, at the indexes `first` to `last` of a parent: `[]` is the document. */
export type BlockRun = { readonly parent: Path; readonly first: number; readonly last: number }

/** @returns the run of one block. */
export function runOf(path: Path): BlockRun {
  const index = path.at(-1) ?? 0
  return { parent: Path.parent(path), first: index, last: index }
}

/** @returns the paths of the blocks of a run, in order. */
export function pathsOf({ parent, first, last }: BlockRun): Path[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => [...parent, first + offset])
}

/** @returns the blocks of a run, in order. */
export function blocksOf(editor: Editor, run: BlockRun): AnyBlock[] {
  return pathsOf(run).map((path) => Node.get(editor, path) as AnyBlock)
}

/** @returns the indexes among which the blocks of a parent can be moved: fixed lines and the head keep their places. */
export function movableRange(editor: Editor, parent: Path): { first: number; last: number } {
  const node = Node.get(editor, parent)
  if (!isBlock(node) || !isContainer(node))
    return { first: bodyStart(editor.children), last: editor.children.length - 1 }
  const { lead, tail } = shapeOf(node.type)
  return { first: lead.length, last: node.children.length - tail.length - 1 }
}

/**
 * @returns whether blocks are selected as blocks and not their text. A caret in a void block selects it: there is nothing
 *   else in it.
 */
export function areBlocksSelected(editor: Editor): boolean {
  const { selection } = editor
  if (selection === null) return false
  if (selection.level !== undefined) return true
  const path = Range.isCollapsed(selection) ? leafBlockAt(editor, selection.anchor) : null
  return path !== null && isVoidBlock(Node.get(editor, path))
}

/** @returns the blocks that are selected as blocks, or null if text is selected, or nothing. */
export function chosenBlocks(editor: Editor): BlockRun | null {
  return areBlocksSelected(editor) ? selectedBlocks(editor) : null
}

/**
 * The blocks that every command on blocks acts on. Where blocks are selected as such, these are they. Else they are the
 * blocks of the selected text: in one line its list item, row or link, or the top-level block around it; over several
 * lines the items of the container that holds them all, or the top-level blocks.
 *
 * @returns null without a selection, or if all of it lies in the head
 */
export function selectedBlocks(editor: Editor): BlockRun | null {
  return runWhere(editor, editor.selection?.level === undefined ? isOfText : isWhole)
}

/** @returns the innermost blocks of the selected text, or null in the head: what Escape selects first. */
export function textBlockRun(editor: Editor): BlockRun | null {
  return runWhere(editor, isWhole)
}

/** @returns the blocks that contain the selection, at the level where they fit. */
function runWhere(editor: Editor, fits: Fits): BlockRun | null {
  const range = selectedRange(editor)
  if (range === null) return null
  const [start, end] = Range.edges(range).map((point) => leafBlockAt(editor, point))
  if (start === null || end === null || start === undefined || end === undefined) return null
  const level = editor.selection?.level ?? Infinity
  const depth = Math.min(Path.common(start, end).length, start.length - 1, end.length - 1, level - 1)
  const run = climb(editor, { parent: start.slice(0, depth), first: start[depth] ?? 0, last: end[depth] ?? 0 }, fits)
  if (run.parent.length > 0) return run
  const first = Math.max(run.first, bodyStart(editor.children))
  return first > run.last ? null : { ...run, first }
}

type Fits = (editor: Editor, run: BlockRun) => boolean

/** @returns the run itself if it fits or stands at the top level, else that of the nearest container around it. */
function climb(editor: Editor, run: BlockRun, fits: Fits): BlockRun {
  return run.parent.length === 0 || fits(editor, run) ? run : climb(editor, runOf(run.parent), fits)
}

/** @returns the run itself, or that of the container around it, if a line of it cannot be a block of its own. */
export function wholeRun(editor: Editor, run: BlockRun): BlockRun {
  return climb(editor, run, isWhole)
}

/** A fixed line, such as a caption, is no block of its own: its container is. */
function isWhole(editor: Editor, run: BlockRun): boolean {
  return blocksOf(editor, run).every(({ type }) => !isFixedType(type))
}

/** One line selects its container, unless its block is arranged. All the items of a container are the container. */
function isOfText(editor: Editor, run: BlockRun): boolean {
  const blocks = blocksOf(editor, run)
  const isAll = Node.parent(editor, [...run.parent, run.first]).children.length === blocks.length
  return isWhole(editor, run) && !isAll && (blocks.length > 1 || blocks.every(({ type }) => isArrangedType(type)))
}
