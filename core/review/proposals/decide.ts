import type { Article } from '../../article/article.ts'
import type { NewId } from '../../article/factories.ts'
import { apply } from '../../changes/apply.ts'
import type { Change } from '../../changes/change.ts'
import { merge, settle } from '../../changes/merge.ts'
import { madeOf, type Ends, type Open } from './open.ts'

/** What a decision makes of the article and of the proposal. */
export type Decided = { readonly article: Article; readonly ends: Ends }

/** @returns one side's version of a step that was made on another version of the same article. */
function carried(from: Article, step: Article, version: Article, newId: NewId): Article {
  if (version === from) return step
  const merged = merge(from, step, version, newId)
  return settle(
    from,
    merged,
    merged.clashes.map(() => 'theirs'),
    newId,
  )
}

/**
 * Accepts parts of a proposal.
 * @param changes the changes of some parts of `open`
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
  return { article: next, ends: { base: carried(article, next, ends.base, newId), head: ends.head } }
}

/**
 * Rejects parts of a proposal.
 * @param changes the changes of some parts of `open`
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
  return { article, ends: { base: ends.base, head: carried(head, next, ends.head, newId) } }
}

/** Settles one clash: the article becomes as the proposal has it there, or the proposal gives way. */
export function settleClash(
  article: Article,
  { ends, clashes }: Open,
  index: number,
  isTaken: boolean,
  newId: NewId,
): Decided {
  const merged = merge(ends.base, article, ends.head, newId)
  const choices = (own: 'theirs' | 'neither', others: 'ours' | 'theirs') =>
    merged.clashes.map((_clash, at) => (at === index ? own : others))
  if (clashes[index] === undefined) return { article, ends }
  if (!isTaken)
    return { article, ends: { base: ends.base, head: settle(ends.base, merged, choices('neither', 'theirs'), newId) } }
  const own = { ...merged, changes: madeOf(ends.base, article, merged) }
  const taken = merged.clashes[index]?.theirs ?? []
  return {
    article: settle(ends.base, own, choices('theirs', 'ours'), newId),
    ends: { base: apply(ends.base, [...own.changes, ...taken], newId), head: ends.head },
  }
}
