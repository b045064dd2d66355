import type { Article } from '../../article/article.ts'
import { apply } from '../../changes/apply.ts'
import type { Change } from '../../changes/change.ts'
import { compute } from '../../changes/compute.ts'
import type { Group } from '../../changes/groups.ts'
import type { Clash } from '../../changes/clash.ts'
import { merge, settle, type Merged } from '../../changes/merge.ts'
import { idsOfMerge } from '../../changes/sides.ts'
import type { Proposal } from '../proposal.ts'
import { partsOf } from './parts.ts'
import { isEqual, sharing } from './share.ts'

/** The two versions between which a proposal lies. */
export type Ends = Pick<Proposal, 'base' | 'head'>

/** What is open of a proposal, carried onto the article as it stands. */
export type Open = {
  /** The article with all that can be accepted. */
  readonly head: Article
  /** What can be accepted or rejected by itself. The changes are addressed to the article. */
  readonly parts: readonly Group[]
  /** What the article and the proposal both changed, each in its own way. The changes are addressed to `ends.base`. */
  readonly clashes: readonly Clash[]
  /** The proposal as of the article: its base differs from the article only in the clashes. */
  readonly ends: Ends
}

/** @returns whether nothing is open of a proposal. */
export function isSettled({ base, head }: Ends): boolean {
  return isEqual(base, head)
}

/** @returns the changes of the article that a merge made. */
export function oursOf({ changes }: Merged): Change[] {
  return changes.flatMap(({ change, isOurs }) => (isOurs ? [change] : []))
}

/** Carries what is open of a proposal onto the article. */
export function openOf(article: Article, { base, head }: Ends): Open {
  if (isEqual(base, article)) {
    const parts = partsOf(article, compute(article, head))
    return { head, parts, clashes: [], ends: { base: article, head } }
  }
  const sides = { base, ours: article, theirs: head }
  const merged = merge(sides)
  const every = (side: 'ours' | 'theirs'): Article =>
    settle(
      sides,
      merged,
      merged.clashes.map(() => side),
    ).article
  // With the very blocks of both where they are equal: most of its lines were compared before.
  const whole = merged.clashes.length === 0 ? merged.article : every('ours')
  const carried = sharing(sharing(whole, head), article)
  const parts = partsOf(article, compute(article, carried))
  if (merged.clashes.length === 0) return { head: carried, parts, clashes: [], ends: { base: article, head: carried } }
  const ends = { base: apply(base, oursOf(merged), idsOfMerge(sides)), head: every('theirs') }
  // Addressed to the carried base, so that a person can decide on them one after another.
  const { clashes } = merge({ base: ends.base, ours: article, theirs: ends.head })
  return { head: carried, parts, clashes, ends }
}
