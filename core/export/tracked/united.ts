import type { Article } from '../../article/article.ts'
import { HEAD_TYPES, type AnyBlock, type Block } from '../../article/block.ts'
import { headRank } from '../../article/block-types.ts'
import { canonicalJson } from '../../article/canonical.ts'
import type { Inline, Text } from '../../article/inline.ts'
import { childBlocks, isContainer, isText, isTextBlock } from '../../article/text-nodes.ts'
import { apply, builtDocument } from '../../changes/apply.ts'
import type { Change } from '../../changes/change.ts'
import { compute } from '../../changes/compute.ts'
import { merge } from '../../changes/merge.ts'
import { treeOf } from '../../changes/tree.ts'
import { withCopiedMoves } from './copied-moves.ts'
import type { LeftOut } from './left-out.ts'
import { blockNote, NOTE, TRACK_MARK, type BlockNote, type Track } from './notes.ts'
import type { Review, ReviewedThread } from './review.ts'
import { sideBySide } from './side-by-side.ts'
import { threadChanges } from './thread-changes.ts'
import type { MadeChange } from './made-change.ts'
import { MOVED, markedInline, TrackedChanges } from './tracked-changes.ts'

/** The document of an article with all that is proposed in it, each word and block with its note. */
export type United = {
  readonly document: readonly Block[]
  /** The proposed changes that are not in it, by their sorts. */
  readonly leftOut: readonly LeftOut[]
}

/** Ids of the union alone, which are written nowhere. */
function ownIds(): () => string {
  let count = 0
  return () => `united ${(count += 1)}`
}

/** @returns the head of a proposal with its threads marked. */
function markedHead(head: Article, threads: readonly [number, ReviewedThread][], newId: () => string): Article {
  const marks = threads.flatMap(([number, { anchor }]) =>
    anchor.on === 'words' ? threadChanges(head, anchor, number) : [],
  )
  return marks.length === 0 ? head : apply(head, marks, newId)
}

/** @returns the changes of all proposals that can stand side by side. */
function madeChanges(
  article: Article,
  { proposals, threads }: Review,
  newId: () => string,
): { made: MadeChange[]; heads: Article[]; clashing: number } {
  const made: MadeChange[] = []
  const heads: Article[] = []
  const tree = treeOf(article.document)
  let [united, clashing] = [article, 0]
  for (const [index, { by, at, head }] of proposals.entries()) {
    const own = [...threads.entries()].filter(([, { proposal }]) => proposal === index)
    const marked = markedHead(head, own, newId)
    heads.push(marked)
    const known = new Set(made.map(({ change }) => canonicalJson(change)))
    const { clashes } = merge({ base: article, ours: united, theirs: marked })
    const refused = new Set(clashes.flatMap(({ theirs }) => theirs.map((change) => canonicalJson(change))))
    for (const change of compute(article, marked)) {
      const json = canonicalJson(change)
      if (!refused.has(json) && !known.has(json)) made.push({ change, maker: { by, at }, proposal: index })
    }
    for (const { theirs } of clashes) {
      const refusedHere = theirs.filter((change) => !known.has(canonicalJson(change)))
      const beside = sideBySide(refusedHere, made, tree)
      if (beside === null) clashing += refusedHere.length
      else made.push(...beside.map((change) => ({ change, maker: { by, at }, proposal: index })))
    }
    united = apply(
      article,
      made.map(({ change }) => change),
      newId,
    )
  }
  return { made, heads, clashing }
}

/** @returns a block as it is in the place that it leaves, or in the one that it comes to. */
function movedBlock(block: AnyBlock, track: Track): AnyBlock {
  const isLeft = track.kind === 'moveFrom'
  const { was } = blockNote(block)
  const note: BlockNote = { track, mark: track, head: track }
  const shown = isLeft && was !== undefined ? { ...was.shell, children: block.children } : block
  if (isContainer(block))
    return { ...shown, [NOTE]: note, children: childBlocks(block).map((child) => movedBlock(child, track)) } as AnyBlock
  if (!isTextBlock(block)) return { ...shown, [NOTE]: note } as AnyBlock
  const isHere = (text: Text): boolean => {
    const kind = (text[TRACK_MARK] as Track | undefined)?.kind
    return isLeft ? kind !== 'ins' : kind !== 'del'
  }
  const moved = (text: Text): Text => {
    const kind = (text[TRACK_MARK] as Track | undefined)?.kind
    return kind === 'ins' ? text : (markedInline(text, track) as Text)
  }
  const children = block.children.flatMap((inline): Inline[] => {
    if (isText(inline)) return isHere(inline) ? [moved(inline)] : []
    if (inline.type === 'unknown-inline') return [inline]
    const texts = inline.children.filter(isHere).map(moved)
    return texts.length === 0 ? [] : [{ ...inline, children: texts }]
  })
  return { ...shown, [NOTE]: note, children } as AnyBlock
}

/** Puts what moves into both of its places. */
function withMoves(document: readonly AnyBlock[]): AnyBlock[] {
  const moving = new Map<string, AnyBlock>()
  const find = (block: AnyBlock): void => {
    if (blockNote(block).track?.kind === 'moveTo') moving.set(block.id, block)
    childBlocks(block).forEach(find)
  }
  document.forEach(find)
  const place = (block: AnyBlock): AnyBlock[] => {
    const { track } = blockNote(block)
    const moved = typeof block[MOVED] === 'string' ? moving.get(block[MOVED]) : undefined
    if (moved !== undefined && track !== undefined) return [movedBlock(moved, track)]
    const inside = isContainer(block) ? ({ ...block, children: childBlocks(block).flatMap(place) } as AnyBlock) : block
    return [track?.kind === 'moveTo' ? movedBlock(inside, track) : inside]
  }
  return document.flatMap(place)
}

/** Joins an article with its review into one document, in which nothing is gone yet. */
export function unitedDocument(article: Article, review: Review): United {
  if (review.proposals.length === 0 && review.threads.length === 0) return { document: article.document, leftOut: [] }
  const newId = ownIds()
  const { made, heads, clashing } = madeChanges(article, review, newId)
  const tracked = new TrackedChanges(article, withCopiedMoves(article, made, heads))
  const threads = [...review.threads.entries()].flatMap(([number, { anchor, proposal }]): Change[] =>
    proposal === null && anchor.on === 'words' ? threadChanges(article, anchor, number) : [],
  )
  const built = builtDocument(article, [...tracked.changes, ...threads], newId) as Block[]
  // A head block that is inserted stands where its kind stands.
  const ranked = built.toSorted((one, other) => rankOf(one) - rankOf(other))
  const leftOut = [...Array.from({ length: clashing }, () => 'clash' as const), ...tracked.leftOut]
  return { document: withMoves(ranked) as Block[], leftOut }
}

function rankOf({ type }: Block): number {
  const rank = headRank(type)
  return rank === -1 ? HEAD_TYPES.length : rank
}
