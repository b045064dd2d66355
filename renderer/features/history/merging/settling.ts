import type { Article } from '#core/article/article.ts'
import { settle, type Choice, type Merged } from '#core/changes/merge.ts'
import type { Author } from '#core/changes/merge-reading.ts'
import type { Sides } from '#core/changes/sides.ts'

/**
 * How a person settles a clash. `proposal`: ours stands in the text, and theirs is proposed beside it. A clash that nobody
 * settled is `open`.
 */
export type Settlement = Choice | 'proposal'
export type Settlements = ReadonlyMap<number, Settlement>

/** What to do with the article. */
export type Merging = {
  readonly article: Article
  /** Their changes that are kept as a proposal; null for none. */
  readonly proposal: { readonly base: Article; readonly head: Article } | null
}

/** @returns whose changes are made in each clash. */
export function choicesOf(settlements: Settlements, count: number): (Choice | undefined)[] {
  return Array.from({ length: count }, (_each, index) => {
    const settlement = settlements.get(index)
    return settlement === 'proposal' ? 'ours' : settlement
  })
}

/** @returns how many clashes nobody has settled. */
export function openClashes(settlements: Settlements, count: number): number {
  return Array.from({ length: count }, (_each, index) => settlements.get(index)).filter((each) => each === undefined)
    .length
}

/** @returns the article that the settlements make, with a proposal for what is left open in it. */
export function mergingOf(sides: Sides, merged: Merged, settlements: Settlements): Merging {
  const choices = choicesOf(settlements, merged.clashes.length)
  const { article } = settle(sides, merged, choices)
  if (![...settlements.values()].includes('proposal')) return { article, proposal: null }
  const proposed = choices.map((choice, index) => (settlements.get(index) === 'proposal' ? 'theirs' : choice))
  return { article, proposal: { base: article, head: settle(sides, merged, proposed).article } }
}

/** @returns how many blocks each side changed. */
export function countAuthors(authors: ReadonlyMap<string, Author>): Record<Author, number> {
  const counts = { ours: 0, theirs: 0, both: 0 }
  for (const author of authors.values()) counts[author] += 1
  return counts
}
