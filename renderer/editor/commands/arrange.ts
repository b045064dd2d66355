import { Editor, Node, Path, Range, Transforms, type Point } from 'slate'
import { traitsOf } from '#core/article/traits.ts'
import { bodyStart, isContainer } from '../query.ts'
import { blocksOf, movableRange, pathsOf, runOf, selectedBlocks, type BlockRun } from '../selection/selected-blocks.ts'
import { leafBlockAt, selectedRange } from '../selection/selected-range.ts'
import { asOneStep, inOneStep } from './one-step.ts'

/** Moves the selected blocks one place up or down. @returns false when they stand first or last. */
export function moveBlock(editor: Editor, down: boolean): boolean {
  const run = selectedBlocks(editor)
  if (run === null) return false
  const range = movableRange(editor, run.parent)
  if (down ? run.last >= range.last : run.first <= range.first) return false
  inOneStep(editor, () => {
    const { parent, first, last } = apart(editor, run)
    // The neighbour goes to the other side of them.
    const [at, to] = down ? [last + 1, first] : [first - 1, last]
    Transforms.moveNodes(editor, { at: [...parent, at], to: [...parent, to], voids: true })
  })
  return true
}

/** Moves top-level blocks to before the one that is now at index `before`, but never into the head. */
export function moveBlocksTo(editor: Editor, { first, last }: BlockRun, before: number): void {
  const start = bodyStart(editor.children)
  const target = Math.max(before, start)
  if (first < start || (target >= first && target <= last + 1)) return
  inOneStep(editor, () => {
    for (let count = 0; count <= last - first; count += 1) {
      const [at, to] = target > last ? [first, target - 1] : [first + count, target + count]
      Transforms.moveNodes(editor, { at: [at], to: [to], voids: true })
    }
  })
}

/** Inserts a copy of the selected blocks after them, and selects in the copy what was selected. */
export function duplicateBlock(editor: Editor): boolean {
  const selected = selectedBlocks(editor)
  if (selected === null) return false
  inOneStep(editor, () => {
    const run = apart(editor, selected)
    const range = selectedRange(editor)
    // `withIds` gives the copy new ids.
    const copies = structuredClone(blocksOf(editor, run))
    Transforms.insertNodes(editor, copies, { at: [...run.parent, run.last + 1], voids: true })
    if (range === null) return
    const inCopy = ({ path, offset }: Point): Point => {
      // The text may be selected from the head on, which is not copied.
      if (Path.isBefore(path, [...run.parent, run.first])) return Editor.start(editor, [...run.parent, run.last + 1])
      return { path: path.map((index, depth) => (depth === run.parent.length ? index + copies.length : index)), offset }
    }
    Transforms.select(editor, { ...range, anchor: inCopy(range.anchor), focus: inCopy(range.focus) })
  })
  return true
}

/** Removes the selected blocks. The caret goes to the next block, or to the end of the one before if there is none. */
export function deleteBlock(editor: Editor): boolean {
  const run = selectedBlocks(editor)
  if (run === null) return false
  asOneStep(editor, () => {
    const removed = { parent: run.parent, first: run.first }
    Editor.withoutNormalizing(editor, () => Object.assign(removed, removeRun(editor, apart(editor, run))))
    const { parent, first } = removed
    if (Node.has(editor, [...parent, first])) Transforms.select(editor, Editor.start(editor, [...parent, first]))
    else if (first > 0) Transforms.select(editor, Editor.end(editor, [...parent, first - 1]))
  })
  return true
}

/**
 * Removes blocks, and with all the blocks of a container the container.
 *
 * @returns where the next block stands now
 */
export function removeRun(editor: Editor, run: BlockRun): BlockRun {
  const { parent, first, last } = run
  if (parent.length > 0 && Node.parent(editor, [...parent, first]).children.length === last - first + 1) {
    return removeRun(editor, runOf(parent))
  }
  for (const path of pathsOf(run).toReversed()) Transforms.removeNodes(editor, { at: path, voids: true })
  return run
}

/**
 * Parts the selected items of a list from the others, where the selection begins or ends within the list: a command on
 * blocks acts on no item that is not selected.
 *
 * @returns the selected blocks after that
 */
function apart(editor: Editor, run: BlockRun): BlockRun {
  const range = selectedRange(editor)
  if (range === null || range.level !== undefined || run.first === run.last) return run
  const [start, end] = Range.edges(range).map((point) => leafBlockAt(editor, point))
  // The last one first, so that the paths before it stay.
  if (end !== null && end !== undefined) splitList(editor, run, Path.next(end.slice(0, run.parent.length + 2)))
  if (start !== null && start !== undefined) splitList(editor, run, start.slice(0, run.parent.length + 2))
  return selectedBlocks(editor) ?? run
}

/** Splits the list of a run before one of its items, unless that is its first or does not exist. */
function splitList(editor: Editor, { parent }: BlockRun, item: Path): void {
  const list = item.slice(0, -1)
  if (list.length !== parent.length + 1 || item.at(-1) === 0 || !Node.has(editor, item)) return
  const node = Node.get(editor, list)
  if (isContainer(node) && !traitsOf(node.type).isolating) Transforms.splitNodes(editor, { at: item })
}
