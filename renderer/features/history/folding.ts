import type { BlockChange } from '#core/changes/reading.ts'

/** Consecutive blocks of a comparison: either shown, or unchanged and folded into one line. */
export type Stretch = { key: string; blocks: readonly BlockChange[]; isFolded: boolean }

/** How many unchanged blocks are shown around a change. */
const CONTEXT = 1

/** @returns whether a block was changed or moved. */
export function isChanged({ change, isMoved }: BlockChange): boolean {
  return change !== 'same' || isMoved
}

/** @returns the blocks of a comparison as stretches; those far from any change are folded. */
export function foldSame(blocks: readonly BlockChange[]): Stretch[] {
  const isNear = blocks.map(() => false)
  for (const [index, block] of blocks.entries()) {
    if (isChanged(block)) isNear.fill(true, Math.max(0, index - CONTEXT), index + CONTEXT + 1)
  }
  const stretches: { key: string; blocks: BlockChange[]; isFolded: boolean }[] = []
  for (const [index, block] of blocks.entries()) {
    const isFolded = isNear[index] !== true
    const last = stretches.at(-1)
    if (last?.isFolded === isFolded) last.blocks.push(block)
    else stretches.push({ key: `${block.id} ${block.change}`, blocks: [block], isFolded })
  }
  // A single block takes no more room than the line that would replace it.
  return stretches.map((stretch) => (stretch.blocks.length === 1 ? { ...stretch, isFolded: false } : stretch))
}

/** @returns the stretches of the first `limit` blocks (a fold counts as one) and the number of blocks after them. */
export function firstBlocks(all: readonly Stretch[], limit: number): { stretches: Stretch[]; left: number } {
  const stretches: Stretch[] = []
  let [room, left] = [limit, 0]
  for (const stretch of all) {
    const shown = stretch.isFolded
      ? stretch.blocks.slice(0, room * stretch.blocks.length)
      : stretch.blocks.slice(0, room)
    left += stretch.blocks.length - shown.length
    if (shown.length > 0) stretches.push({ ...stretch, blocks: shown })
    room -= stretch.isFolded ? Math.min(1, room) : shown.length
  }
  return { stretches, left }
}
