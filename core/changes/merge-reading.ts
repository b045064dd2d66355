import type { Article } from '../article/article.ts'
import { covered } from './apply.ts'
import { canBeBoth } from './clash.ts'
import { nodeOf, type Change, type Key } from './change.ts'
import { doubledWords, type DoubledWords } from './doubled-words.ts'
import { chosenChanges, merge, settle, type Choice, type Merged, type Settled, type SidedChange } from './merge.ts'
import { difference, type Difference } from './reading.ts'
import type { Sides } from './sides.ts'
import { topOf, treeOf } from './tree.ts'

/** What each side would do to the merged article in a clash. */
export type ReadClash = {
  readonly ours: Difference
  readonly theirs: Difference
  /** Whether the two can stand beside each other. */
  readonly canBeBoth: boolean
}

/** A merge for people to read, before anything is decided. */
export type ReadMerge = { readonly merged: Merged; readonly clashes: readonly ReadClash[] }

/** Merges two versions for a reader. */
export function readMerge(sides: Sides): ReadMerge {
  const merged = merge(sides)
  const only = (clash: number, choice: Choice): Difference => {
    const choices = merged.clashes.map((_clash, index): Choice => (index === clash ? choice : 'neither'))
    const { blocks, fields } = difference(merged.article, settle(sides, merged, choices).article)
    return { blocks: blocks.filter(({ change, isMoved }) => change !== 'same' || isMoved), fields }
  }
  const clashes = merged.clashes.map((clash, index) => ({
    ...{ ours: only(index, 'ours'), theirs: only(index, 'theirs') },
    canBeBoth: canBeBoth(sides.base, clash),
  }))
  return { merged, clashes }
}

/** Who changed a block or a field. */
export type Author = 'ours' | 'theirs' | 'both'

/** What a settled merge makes of the version that a reader compares it with. */
export type ReadSettled = {
  readonly settled: Settled
  /** Words that stand in it once too often, for a person to see. */
  readonly doubled: readonly DoubledWords[]
  readonly change: Difference
  /** By the ids of top-level blocks. Blocks that nobody changed are left out. */
  readonly authors: ReadonlyMap<string, Author>
}

/**
 * Settles a merge for a reader.
 * @param from the version with which the result is compared: the base shows what both did, ours what comes from them, theirs
 *   what they do not have
 */
export function readSettled(
  sides: Sides,
  merged: Merged,
  choices: readonly (Choice | undefined)[],
  from: keyof Sides,
): ReadSettled {
  const settled = settle(sides, merged, choices)
  return {
    settled,
    doubled: doubledWords(settled.article, sides),
    change: difference(sides[from], settled.article),
    authors: authorsOf(sides.base, settled.article, chosenChanges(merged, choices)),
  }
}

/** @returns who changed each top-level block of the base, or of what was made of it. */
function authorsOf(base: Article, made: Article, changes: readonly SidedChange[]): Map<string, Author> {
  const [older, newer] = [treeOf(base.document), treeOf(made.document)]
  const nodesOf = (change: Change): Key[] => {
    if (change.kind !== 'text') return [nodeOf(change)]
    const split = change.pieces.flatMap((piece) => ('block' in piece ? [`text:${String(piece.block['id'])}`] : []))
    return [change.from.line, ...covered(older, change.from.line, change.to.line), ...split]
  }
  const authors = new Map<string, Author>()
  for (const { change, isOurs, isTheirs } of changes) {
    const author = isOurs && isTheirs ? 'both' : isOurs ? 'ours' : 'theirs'
    for (const node of nodesOf(change)) {
      const top = topOf(node, newer, older)
      const id = (newer.nodes.get(top) ?? older.nodes.get(top))?.block.id
      if (id === undefined) continue
      const before = authors.get(id)
      authors.set(id, before === undefined || before === author ? author : 'both')
    }
  }
  return authors
}
