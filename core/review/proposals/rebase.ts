import type { Article } from '../../article/article.ts'
import { merge, settle } from '../../changes/merge.ts'
import type { Ends } from './open.ts'

/**
 * @param winner whose words stay where they clash: those of the step (`ours`) or of the version (`theirs`)
 * @returns what a step from one version to another makes of a third version
 */
export function carriedTo(from: Article, to: Article, version: Article, winner: 'ours' | 'theirs' = 'theirs'): Article {
  if (version === from) return to
  const sides = { base: from, ours: to, theirs: version }
  const merged = merge(sides)
  return settle(
    sides,
    merged,
    merged.clashes.map(() => winner),
  ).article
}

/**
 * Makes a decision on a proposal that its author saved once more meanwhile.
 * @param before the proposal when it was decided on
 * @param after what the decision made of it
 * @param stored the proposal as it is now
 */
export function rebased(before: Ends, after: Ends, stored: Ends): Ends {
  return {
    base: carriedTo(before.base, after.base, stored.base),
    head: carriedTo(before.head, after.head, stored.head),
  }
}
