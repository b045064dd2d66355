import type { Article } from '#core/article/article.ts'
import { treeOf } from '#core/changes/tree.ts'
import type { Aspect } from '#core/changes/aspects.ts'
import { canBeBoth } from '#core/changes/clash.ts'
import { compute } from '#core/changes/compute.ts'
import type { Group } from '#core/changes/groups.ts'
import type { Proposal } from '#core/review/proposal.ts'
import { describe, type Description } from '#core/review/proposals/describe.ts'
import { keyed } from '#core/review/proposals/drawing.ts'
import { openOf, type Ends } from '#core/review/proposals/open.ts'
import { partsOf } from '#core/review/proposals/parts.ts'
import { sharing } from '#core/review/proposals/share.ts'
import type { Board } from '#renderer/editor/proposals/board.ts'
import type { Layer } from '#renderer/editor/proposals/layer.ts'
import type { Item } from '#renderer/editor/proposals/item.ts'
import type { DocumentFeed } from '../document-feed.ts'
import { valueFeed, type ValueFeed } from '../value-feed.ts'

/** A layer of the drawing, and what makes the cards of its changes: a new block is drawn without them. */
export type Painted = { readonly layer: Layer; readonly items: () => readonly Item[] }

/** What is drawn in a text. */
export type Source = {
  /** @param live the text as it is now */
  readonly paint: (live: Article) => readonly Painted[]
  readonly subscribe: (listener: () => void) => () => void
}

/** Draws changes in the text of a session, anew when the writer pauses or a block is made, removed or moved. */
export type Painter = {
  readonly items: ValueFeed<readonly Item[]>
  readonly repaint: () => void
  /** Draws in the text at once, and leaves the cards for the next pause. */
  readonly redraw: () => void
  readonly stop: () => void
}

type PainterOptions = { board: Board; feed: DocumentFeed; live: () => Article; source: Source }

/** So many authors have a colour and a pattern of their own. */
const AUTHORS = 5

/** @returns the painter of a session */
export function createPainter({ board, feed, live, source }: PainterOptions): Painter {
  const items = valueFeed<readonly Item[]>([])
  const redraw = (): readonly Painted[] => {
    const painted = source.paint(live())
    // Nothing was drawn, and nothing is to be.
    if (painted.length > 0 || !board.isEmpty()) board.show(painted.map(({ layer }) => layer))
    return painted
  }
  const repaint = (): void => {
    const before = items.get()
    const next = sameWhereEqual(
      redraw().flatMap((each) => each.items()),
      before,
    )
    if (next.length !== before.length || next.some((item, index) => item !== before[index])) items.set(next)
  }
  const stops = [feed.subscribe(repaint), source.subscribe(repaint)]
  repaint()
  return {
    items,
    repaint,
    redraw: () => void redraw(),
    stop() {
      for (const stop of stops) stop()
    },
  }
}

/** @returns the new items, with the old one where it says the same: its card is not rendered again. */
function sameWhereEqual(next: readonly Item[], before: readonly Item[]): Item[] {
  const known = new Map(before.map((item) => [item.key, item]))
  const said = ({ proposal: { by, updatedAt, saveNumber, note }, author, way, description, clash }: Item): string =>
    JSON.stringify([by, updatedAt, saveNumber, note, author, way, description, clash])
  return next.map((item) => {
    const old = known.get(item.key)
    const isSameBase = item.way === 'onward' || old?.proposal.base === item.proposal.base
    return old !== undefined && isSameBase && said(old) === said(item) ? old : item
  })
}

/** @returns what draws proposals for a text */
export function paintProposals(proposals: () => readonly Proposal[]): Source['paint'] {
  return (article) => {
    const all = proposals()
    const authorOf = numberNames(all.map(({ by }) => by))
    return all.map((proposal) => paintProposal(article, proposal, authorOf(proposal.by)))
  }
}

/** @returns a number for each name, which says how its words look */
export function numberNames(names: readonly string[]): (name: string) => number {
  const sorted = [...new Set(names)].toSorted()
  return (name) => sorted.indexOf(name) % AUTHORS
}

function paintProposal(article: Article, proposal: Proposal, author: number): Painted {
  const open = openOf(article, endsOf(proposal, article))
  const parts = keyed(proposal.id, open.parts)
  const of = { proposal, author, way: 'onward' } as const
  return {
    layer: { id: proposal.id, author, way: 'onward', ends: open.ends, parts },
    items() {
      const [tree, base] = [treeOf(article.document), treeOf(open.ends.base.document)]
      return [
        ...parts.map(({ key, part }) => ({ ...of, key, description: describe(tree, part), clash: null })),
        ...open.clashes.map(({ ours, theirs }, index) => {
          const clash = { index, now: describe(base, ours), canBeBoth: canBeBoth(open.ends.base, { ours, theirs }) }
          return { ...of, key: clashKey(proposal.id, index), description: describe(base, theirs), clash }
        }),
      ]
    },
  }
}

/** The versions of proposals with the very blocks of the text, so that drawing them again takes little. */
const ENDS = new WeakMap<Proposal, Ends>()

function endsOf(proposal: Proposal, article: Article): Ends {
  const known = ENDS.get(proposal)
  if (known !== undefined) return known
  const base = sharing(proposal.base, article)
  const ends = { base, head: sharing(sharing(proposal.head, article), base) }
  ENDS.set(proposal, ends)
  return ends
}

/** @returns the key of the card of a clash */
export function clashKey(proposal: string, index: number): string {
  return `${proposal}/clash/${index}`
}

/** @returns the changes that lead from a text back to an earlier one */
export function partsBack(now: Article, before: Article): readonly Group[] {
  return partsOf(now, compute(now, before))
}

/** Draws what a text has that an earlier one had not, and the other way round. @param parts those of `partsBack`, or some */
export function paintBack(now: Article, proposal: Proposal, author: number, parts: readonly Group[]): Painted {
  const all = keyed(proposal.id, parts)
  return {
    layer: { id: proposal.id, author, way: 'back', ends: { base: now, head: proposal.base }, parts: all },
    items() {
      const tree = treeOf(now.document)
      return all.map(({ key, part }) => {
        const description = turned(describe(tree, part))
        return { key, proposal, author, way: 'back', description, clash: null }
      })
    },
  }
}

const INVERSE_ACTS = { inserted: 'removed', removed: 'inserted', moved: 'moved' } as const
const INVERSE_ASPECTS: Readonly<Partial<Record<Aspect, Aspect>>> = { split: 'joined', joined: 'split' }

/** @returns a description as the author means it: what leads back was written the other way round. */
function turned(description: Description): Description {
  const { removed, added, acts, aspects } = description
  return {
    ...{ ...description, removed: added, added: removed, acts: acts.map((act) => INVERSE_ACTS[act]) },
    aspects: aspects.map((aspect) => INVERSE_ASPECTS[aspect] ?? aspect),
  }
}
