import type { Article } from '../../article/article.ts'
import type { NewId } from '../../article/factories.ts'
import { apply } from '../../changes/apply.ts'
import type { Change } from '../../changes/change.ts'
import { merge, settle, type Choice } from '../../changes/merge.ts'
import { idsOfMerge } from '../../changes/sides.ts'
import { carriedTo } from './rebase.ts'
import { oursOf, type Ends, type Open } from './open.ts'

/** What a decision makes of the article and of the proposal. */
export type Decided = { readonly article: Article; readonly ends: Ends }

/**
 * Accepts parts of a proposal.
 * @param changes the changes of some parts of `open`
 * @param newId makes ids for blocks that the normaliser adds
 * @returns the article with them; they are in the base of the proposal then, and no longer open
 */
export function accept(
  article: Article,
  { head, parts, ends }: Open,
  changes: readonly Change[],
  newId: NewId,
): Decided {
  const isAll = parts.every((part) => part.every((change) => changes.includes(change)))
  const next = isAll ? head : apply(article, changes, newId)
  return { article: next, ends: { base: carriedTo(article, next, ends.base), head: ends.head } }
}

/**
 * Rejects parts of a proposal.
 * @param changes the changes of some parts of `open`
 * @param newId makes ids for blocks that the normaliser adds
 * @returns the proposal whose head is without them; the article stays as it is
 */
export function reject(
  article: Article,
  { head, parts, ends }: Open,
  changes: readonly Change[],
  newId: NewId,
): Decided {
  const rest = parts.flat().filter((change) => !changes.includes(change))
  const next = rest.length === 0 ? article : apply(article, rest, newId)
  return { article, ends: { base: ends.base, head: carriedTo(head, next, ends.head) } }
}

/**
 * Settles one clash: the article becomes as the proposal has it there (`theirs`), gets what the proposal has beside its own
 * (`both`), or the proposal gives way (`ours`).
 */
export function settleClash(
  article: Article,
  { ends, clashes }: Open,
  index: number,
  choice: 'ours' | 'theirs' | 'both',
): Decided {
  const clash = clashes[index]
  if (clash === undefined) return { article, ends }
  const sides = { base: ends.base, ours: article, theirs: ends.head }
  const merged = merge(sides)
  const choices = (own: Choice, others: Choice): Choice[] =>
    merged.clashes.map((_clash, at) => (at === index ? own : others))
  if (choice === 'ours')
    return { article, ends: { base: ends.base, head: settle(sides, merged, choices('neither', 'theirs')).article } }
  const own = { ...merged, changes: merged.changes.filter(({ isOurs }) => isOurs) }
  return {
    article: settle(sides, own, choices(choice, 'ours')).article,
    ends: { base: apply(ends.base, [...oursOf(merged), ...clash.theirs], idsOfMerge(sides)), head: ends.head },
  }
}
