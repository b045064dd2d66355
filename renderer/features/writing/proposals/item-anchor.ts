import type { Article } from '#core/article/article.ts'
import type { Anchor, Place, WordsAnchor } from '#core/review/anchor.ts'
import { anchorOf, liesIn } from '#core/review/anchor-words.ts'
import { carriedAnchor } from '#core/review/place.ts'
import type { Change } from '#core/changes/change.ts'
import { lineAt, treeOf, type Tree } from '#core/changes/tree.ts'
import { keyed } from '#core/review/proposals/drawing.ts'
import { openOf, type Ends } from '#core/review/proposals/open.ts'
import type { Item } from '#renderer/editor/proposals/item.ts'

/**
 * @param live the article as it stands
 * @param ends the stored proposal
 * @returns what a thread about a change is about, in the base of the proposal: the words that go or look otherwise, else the
 *   block, else the article
 */
export function anchorOfItem(live: Article, ends: Ends, { key, proposal, clash, description }: Item): Anchor {
  const open = openOf(live, ends)
  const [article, changes] =
    clash === null
      ? [live, keyed(proposal.id, open.parts).find((each) => each.key === key)?.part]
      : [open.ends.base, open.clashes[clash.index]?.theirs]
  const words = wordsOf(article, changes ?? [])
  if (words !== null) return carriedAnchor(words, article, ends.base)
  const block: Anchor = { on: 'block', block: description.block ?? '' }
  return liesIn(block, ends.base) ? block : { on: 'article' }
}

/** @returns the words of an article that changes replace or format, from the first of them to the last; null without any */
function wordsOf(article: Article, changes: readonly Change[]): WordsAnchor | null {
  const tree = treeOf(article.document)
  const order = [...tree.nodes.values()].map(({ block }) => block.id)
  const inOrder = (one: Place, other: Place): number =>
    order.indexOf(one.block) - order.indexOf(other.block) || one.at - other.at
  const places = changes.flatMap((change) => edgesOf(change, tree)).toSorted(inOrder)
  const [first, last] = [places[0], places.at(-1)]
  return first === undefined || last === undefined ? null : anchorOf(article, first, last)
}

/** @returns where the words begin and end that a change replaces or formats; nothing where it only puts words in */
function edgesOf(change: Change, tree: Tree): Place[] {
  const edges =
    change.kind === 'text'
      ? [change.from, change.to]
      : change.kind === 'format'
        ? [
            { line: change.line, at: change.start },
            { line: change.line, at: change.end },
          ]
        : []
  const places = edges.flatMap(({ line, at }) => {
    const block = lineAt(tree, line)?.id
    return block === undefined ? [] : [{ block, at }]
  })
  const [from, to] = places
  return from?.block === to?.block && from?.at === to?.at ? [] : places
}
