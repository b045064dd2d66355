import { isText, textBlocks } from '../../article/text-nodes.ts'
import type { AnyBlock } from '../../article/block.ts'
import type { Inline } from '../../article/inline.ts'
import { covered } from '../../changes/apply.ts'
import type { Change, Shell } from '../../changes/change.ts'
import { forEachRun, readLine } from '../../changes/line.ts'
import { lineAt, type Tree } from '../../changes/tree.ts'
import { MAKER_MARK } from './marks.ts'

/** The attribute of words that a tracked change made. */
export const MARK = `mark:${MAKER_MARK}`

/** How much of a change each maker made: what was added counts before what was removed, and that before the rest. */
export class Votes {
  readonly #added = new Map<number, number>()
  readonly #removed = new Map<number, number>()
  readonly #other = new Map<number, number>()

  add(kind: 'added' | 'removed' | 'other', maker: unknown, count: number): void {
    if (typeof maker !== 'number') return
    const votes = { added: this.#added, removed: this.#removed, other: this.#other }[kind]
    votes.set(maker, (votes.get(maker) ?? 0) + count)
  }

  addTo(others: Votes): void {
    for (const [maker, count] of this.#added) others.add('added', maker, count)
    for (const [maker, count] of this.#removed) others.add('removed', maker, count)
    for (const [maker, count] of this.#other) others.add('other', maker, count)
  }

  /** @returns everybody who made a part. */
  makers(): Set<number> {
    return new Set([this.#added, this.#removed, this.#other].flatMap((votes) => [...votes.keys()]))
  }

  /** @returns the maker of most; null for none. */
  winner(): number | null {
    for (const votes of [this.#added, this.#removed, this.#other]) {
      const [best] = [...votes].toSorted((one, other) => other[1] - one[1] || one[0] - other[0])
      if (best !== undefined) return best[0]
    }
    return null
  }
}

function voteForRange(
  votes: Votes,
  kind: 'removed' | 'other',
  tree: Tree,
  key: string,
  start: number,
  end: number,
): void {
  const block = lineAt(tree, key)
  if (block === null) return
  forEachRun(readLine(block.children), start, end, (from, to, { attributes }) =>
    votes.add(kind, attributes[MARK], to - from),
  )
}

function voteForInlines(votes: Votes, kind: 'added' | 'removed', inlines: readonly Inline[]): void {
  for (const inline of inlines) {
    for (const text of isText(inline) ? [inline] : inline.children)
      votes.add(kind, (text as Shell)[MAKER_MARK], text.text.length)
  }
}

/** @returns every line in a block. */
function linesIn(block: AnyBlock): readonly { children: Inline[] }[] {
  return textBlocks([block as never])
}

/** Counts for a change what each maker made of it. @param tree of the base, with the marks of makers */
export function vote(votes: Votes, change: Change, tree: Tree): void {
  const markOf = (key: string): unknown => (tree.nodes.get(key)?.block as Shell | undefined)?.[MAKER_MARK]
  switch (change.kind) {
    case 'text': {
      const { from, to, pieces } = change
      for (const piece of pieces) {
        if ('text' in piece) votes.add('added', piece.attributes[MARK], piece.text.length)
        else if ('block' in piece) votes.add('other', piece.block[MAKER_MARK], 1)
      }
      const keys = [from.line, ...covered(tree, from.line, to.line)]
      for (const key of keys) {
        const start = key === from.line ? from.at : 0
        voteForRange(votes, 'removed', tree, key, start, key === to.line ? to.at : Infinity)
        // Whoever deleted the mark of a line joined the next one to it.
        votes.add('other', markOf(key), 1)
      }
      return
    }
    case 'format':
      return voteForRange(votes, 'other', tree, change.line, change.start, change.end)
    case 'insert':
      votes.add('other', change.shell[MAKER_MARK], 1)
      return voteForInlines(votes, 'added', change.inlines ?? [])
    case 'field':
    case 'move':
    case 'remove': {
      votes.add('other', markOf(change.node), 1)
      const block = tree.nodes.get(change.node)?.block
      for (const line of block === undefined ? [] : linesIn(block)) voteForInlines(votes, 'removed', line.children)
      return
    }
    case 'metadata':
    case 'article':
      return
  }
}
