import type { Article } from '../../article/article.ts'
import { canonicalJson } from '../../article/canonical.ts'
import type { NewId } from '../../article/factories.ts'
import { apply } from '../../changes/apply.ts'
import type { Change } from '../../changes/change.ts'
import { compute } from '../../changes/compute.ts'
import type { Group } from '../../changes/groups.ts'
import { merge, settle, type Clash, type Merged } from '../../changes/merge.ts'
import type { Proposal } from '../proposal.ts'
import { partsOf } from './parts.ts'

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

const isEqual = (one: Article, other: Article): boolean => one === other || canonicalJson(one) === canonicalJson(other)

/** @returns whether nothing is open of a proposal. */
export function isSettled({ base, head }: Ends): boolean {
  return isEqual(base, head)
}

/** @returns the changes of one version that a merge made. */
export function madeOf(base: Article, version: Article, { changes }: Merged): Change[] {
  const made = new Set(changes.map((change) => canonicalJson(change)))
  return compute(base, version).filter((change) => made.has(canonicalJson(change)))
}

/**
 * Carries what is open of a proposal onto the article.
 * @param newId makes ids for blocks that the normaliser adds
 */
export function openOf(article: Article, { base, head }: Ends, newId: NewId): Open {
  if (isEqual(base, article)) {
    const parts = partsOf(article, compute(article, head))
    return { head, parts, clashes: [], ends: { base: article, head } }
  }
  const merged = merge(base, article, head, newId)
  const { clashes } = merged
  const every = (side: 'ours' | 'theirs'): Article =>
    clashes.length === 0
      ? merged.article
      : settle(
          base,
          merged,
          clashes.map(() => side),
          newId,
        )
  const carried = every('ours')
  if (clashes.length === 0)
    return {
      head: carried,
      parts: partsOf(article, compute(article, carried)),
      clashes,
      ends: { base: article, head: carried },
    }
  const ends = { base: apply(base, madeOf(base, article, merged), newId), head: every('theirs') }
  // Addressed to the carried base, so that a person can decide on them one after another.
  const again = merge(ends.base, article, ends.head, newId)
  return { head: carried, parts: partsOf(article, compute(article, carried)), clashes: again.clashes, ends }
}
