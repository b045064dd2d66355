import type { Article } from '../article/article.ts'
import { compute } from '../changes/compute.ts'
import { following, type Follow } from '../changes/follow.ts'
import type { Key } from '../changes/change.ts'
import { ROOT, treeOf, type Tree } from '../changes/tree.ts'
import type { Anchor } from './anchor.ts'
import { anchorOf, findMoved, liesIn, partsOf, type LinePart } from './anchor-words.ts'

/**
 * Where a thread is in the text as it stands. `isGone`: what it was about is no longer there, and this is the nearest that is:
 * the block of the words, what the block was a part of, or the article.
 */
export type ThreadPlace =
  | { on: 'words'; parts: LinePart[] }
  | { on: 'block'; block: string; isGone: boolean }
  | { on: 'article'; isGone: boolean }

/**
 * Prepares to place the threads of one revision.
 * @param revision the article in which the anchors lie
 * @param present the article as it stands
 * @returns a function that places an anchor. Words are followed straight from their own revision, so that words that were
 *   deleted and restored are in their place again. Words that were pasted into another block are known by their context.
 */
export function placesIn(revision: Article, present: Article): (anchor: Anchor) => ThreadPlace {
  const [older, newer] = [treeOf(revision.document), treeOf(present.document)]
  const keys = new Map([...older.nodes.values()].map(({ block, key }) => [block.id, key]))
  const follow = following(revision, compute(revision, present))
  // Few threads have lost their words.
  let followBack: Follow | null = null
  const isNew = (part: LinePart): boolean => {
    followBack ??= following(present, compute(present, revision))
    const kept = followBack(part).reduce((sum, { start, end }) => sum + end - start, 0)
    return kept < part.end - part.start
  }
  return (anchor) => {
    if (anchor.on === 'article') return { on: 'article', isGone: false }
    const own = keys.get(anchor.on === 'block' ? anchor.block : anchor.start.block)
    if (anchor.on === 'block') return nearest(own, older, newer, own === undefined || !newer.nodes.has(own))
    const parts = joined(partsOf(revision, anchor).flatMap(follow))
    if (parts.length > 0) return { on: 'words', parts }
    const moved = findMoved(present, anchor, isNew)
    return moved === null ? nearest(own, older, newer, true) : { on: 'words', parts: [moved] }
  }
}

/** Places one anchor: see `placesIn`. */
export function placeOf(anchor: Anchor, revision: Article, present: Article): ThreadPlace {
  return placesIn(revision, present)(anchor)
}

/** @returns the anchor of the same words in another text; where they are gone there, their block or the article. */
export function carriedAnchor(anchor: Anchor, from: Article, to: Article): Anchor {
  const place = placeOf(anchor, from, to)
  if (place.on === 'article') return { on: 'article' }
  if (place.on === 'block') return { on: 'block', block: place.block }
  const [first, last] = [place.parts[0], place.parts.at(-1)]
  if (first === undefined || last === undefined) return { on: 'article' }
  const words = anchorOf(to, { block: first.block, at: first.start }, { block: last.block, at: last.end })
  return words ?? { on: 'block', block: first.block }
}

/**
 * @returns an anchor of a text that is not kept, in another text: at its place, else where the words stand with what stood
 *   around them, else at their block or the article
 */
export function foundAnchor(anchor: Anchor, article: Article): Anchor {
  if (anchor.on !== 'words') return liesIn(anchor, article) ? anchor : { on: 'article' }
  if (liesIn(anchor, article)) return anchor
  const moved = findMoved(article, anchor, () => true)
  const words = moved === null ? null : anchorOf(article, at(moved, moved.start), at(moved, moved.end))
  return words ?? foundAnchor({ on: 'block', block: anchor.start.block }, article)
}

const at = ({ block }: LinePart, place: number) => ({ block, at: place })

/** @returns the block itself or the nearest of those around it that is still there; else the article. */
function nearest(own: Key | undefined, older: Tree, newer: Tree, isGone: boolean): ThreadPlace {
  for (let key = own ?? ROOT; key !== ROOT; key = older.nodes.get(key)?.parent ?? ROOT) {
    const there = newer.nodes.get(key)
    if (there !== undefined) return { on: 'block', block: there.block.id, isGone }
  }
  return { on: 'article', isGone: true }
}

/** Joins parts of one line that follow each other without a gap. */
function joined(parts: readonly LinePart[]): LinePart[] {
  const result: LinePart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last !== undefined && last.block === part.block && last.end === part.start) {
      result[result.length - 1] = { ...last, end: part.end }
    } else result.push(part)
  }
  return result
}
