import type { Article } from '../../article/article.ts'
import { articleHash, sha256Hex } from '../../article/canonical.ts'
import { merge, settle, type Choice, type Merged } from '../../changes/merge.ts'
import type { Sides } from '../../changes/sides.ts'

/** Two texts as one, whichever machine joins them. */
export type JoinedText = {
  readonly article: Article
  readonly merged: Merged
  /** The two texts, in the order of their hashes. */
  readonly sides: Sides
}

/** Merges two texts that grew from one. What clashes stays as it was in that one. */
export function joinTexts(base: Article, one: Article, other: Article): JoinedText {
  const [ours, theirs] = articleHash(one) < articleHash(other) ? [one, other] : [other, one]
  const sides = { base, ours, theirs }
  const merged = merge(sides)
  return { article: merged.article, merged, sides }
}

/** What one side wanted where both changed the same words. */
export type SideProposal = { readonly id: string; readonly side: 'ours' | 'theirs'; readonly head: Article }

/** @returns a proposal of each side for what clashes. Two machines that join the same texts make the same ones. */
export function proposalsOfClashes({ article, merged, sides }: JoinedText): SideProposal[] {
  if (merged.clashes.length === 0) return []
  const hash = articleHash(article)
  return (['ours', 'theirs'] as const).flatMap((side) => {
    const choices = merged.clashes.map((): Choice => side)
    const head = settle(sides, merged, choices).article
    const id = sha256Hex(['clash', hash, articleHash(head)].join(' ')).slice(0, 32)
    return articleHash(head) === hash ? [] : [{ id, side, head }]
  })
}
