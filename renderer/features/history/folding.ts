import type { BlockChange } from '#core/review/diff/article.ts'

/** A stretch of a comparison: blocks that are shown, or so many that are the same on both sides and are folded away. */
export type Stretch = { key: string; blocks: readonly BlockChange[]; isFolded: boolean }

/** So many blocks around a change are shown with it. */
const CONTEXT = 1

/** @returns whether a block is not as it was. */
export function isChanged({ change, isMoved }: BlockChange): boolean {
  return change !== 'same' || isMoved
}

/** @returns the blocks of a comparison in stretches, those far from any change folded away. */
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
  // One block takes no more room than the line that says that it is folded.
  return stretches.map((stretch) => (stretch.blocks.length === 1 ? { ...stretch, isFolded: false } : stretch))
}

/** @returns the stretches up to so many blocks, what is folded counted as one, and how many blocks are left after them. */
export function firstOf(all: readonly Stretch[], limit: number): { stretches: Stretch[]; left: number } {
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
