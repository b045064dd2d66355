import type { Article } from '#core/article/article.ts'
import { treeOf } from '#core/changes/tree.ts'
import { compute } from '#core/changes/compute.ts'
import type { Proposal } from '#core/review/proposal.ts'
import { describe, type Description } from '#core/review/proposals/describe.ts'
import { keyed } from '#core/review/proposals/drawing.ts'
import { openOf, type Open } from '#core/review/proposals/open.ts'
import { partsOf } from '#core/review/proposals/parts.ts'
import type { Board, Layer, Way } from '#renderer/editor/proposals/board.ts'
import type { DocumentFeed } from '../document-feed.ts'
import { valueFeed, type ValueFeed } from '../value-feed.ts'

/** A change as it stands in the text and on a card. */
export type Item = {
  /** Of the card. */
  readonly key: string
  readonly proposal: Proposal
  /** Which of the authors it is: their colour and pattern. */
  readonly author: number
  readonly way: Way
  readonly description: Description
  /** The place of a clash among those of its proposal, with what the article has there; null for a change. */
  readonly clash: { readonly index: number; readonly now: Description } | null
}

/** What is drawn in a text. */
export type Source = {
  /** Onward: what others propose for the text. Back: the text is what is proposed. */
  readonly way: Way
  readonly proposals: () => readonly Proposal[]
  readonly subscribe: (listener: () => void) => () => void
}

/** Draws changes in the text of a session, anew when the writer pauses or a block is made, removed or moved. */
export type Painter = {
  readonly items: ValueFeed<readonly Item[]>
  readonly repaint: () => void
  readonly stop: () => void
}

type PainterOptions = { board: Board; feed: DocumentFeed; live: () => Article; source: Source }
type Painted = { layer: Layer; items: Item[] }

/** So many authors have a colour and a pattern of their own. */
const AUTHORS = 5

/** @returns the painter of a session */
export function createPainter({ board, feed, live, source }: PainterOptions): Painter {
  const items = valueFeed<readonly Item[]>([])
  const repaint = (): void => {
    const proposals = source.proposals()
    // Nothing was drawn, and nothing is to be.
    if (proposals.length === 0 && board.isEmpty()) return
    const article = live()
    const names = [...new Set(proposals.map(({ by }) => by))].toSorted()
    const painted = proposals.map((proposal) =>
      paint(source.way, article, proposal, names.indexOf(proposal.by) % AUTHORS),
    )
    board.show(painted.map(({ layer }) => layer))
    items.set(painted.flatMap((each) => each.items))
  }
  const stops = [feed.subscribe(repaint), source.subscribe(repaint)]
  repaint()
  return {
    items,
    repaint,
    stop() {
      for (const stop of stops) stop()
    },
  }
}

function paint(way: Way, article: Article, proposal: Proposal, author: number): Painted {
  const open = way === 'onward' ? openOf(article, proposal) : backOf(article, proposal.base)
  const parts = keyed(proposal.id, open.parts)
  const tree = treeOf(article.document)
  const of = { proposal, author, way }
  return {
    layer: { id: proposal.id, author, way, ends: open.ends, parts },
    items: [
      ...parts.map(({ key, part }) => ({ ...of, key, description: seen(describe(tree, part), way), clash: null })),
      ...open.clashes.map(({ ours, theirs }, index) => {
        const base = treeOf(open.ends.base.document)
        const clash = { index, now: describe(base, ours) }
        return { ...of, key: clashKey(proposal.id, index), description: describe(base, theirs), clash }
      }),
    ],
  }
}

/** @returns the key of the card of a clash */
export function clashKey(proposal: string, index: number): string {
  return `${proposal}/clash/${index}`
}

/** @returns the changes that lead from a proposed text back to the article */
export function backOf(head: Article, base: Article): Open {
  return { head, parts: partsOf(head, compute(head, base)), clashes: [], ends: { base: head, head: base } }
}

/** @returns a description as the author means it: what leads back was written the other way round. */
function seen(description: Description, way: Way): Description {
  if (way === 'onward') return description
  const { removed, added, acts } = description
  const inverse = { inserted: 'removed', removed: 'inserted', moved: 'moved' } as const
  return { ...description, removed: added, added: removed, acts: acts.map((act) => inverse[act]) }
}
