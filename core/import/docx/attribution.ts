import type { Article } from '../../article/article.ts'
import type { NewId } from '../../article/factories.ts'
import { isText } from '../../article/text-nodes.ts'
import { canonicalJson } from '../../article/canonical.ts'
import { apply } from '../../changes/apply.ts'
import type { Attributes, Change, Shell } from '../../changes/change.ts'
import { compute } from '../../changes/compute.ts'
import { groups } from '../../changes/groups.ts'
import { merge } from '../../changes/merge.ts'
import { Partition } from '../../changes/partition.ts'
import { touching } from '../../changes/touch.ts'
import { treeOf, type Tree } from '../../changes/tree.ts'
import type { Inline } from '../../article/inline.ts'
import type { ImportedProposal } from '../reviewed.ts'
import type { Makers } from './makers.ts'
import { MAKER_MARK, withoutMakers } from './marks.ts'
import { MARK, vote, Votes } from './votes.ts'

function withoutMark(fields: Attributes | Shell): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== MARK && name !== MAKER_MARK))
}

function bareInline(inline: Inline): Inline {
  if (isText(inline)) return withoutMark(inline) as Inline
  if (inline.type === 'unknown-inline') return inline
  return { ...inline, children: inline.children.map((text) => withoutMark(text) as typeof text) }
}

/** @returns a change without marks; null for one that is about a mark. */
function bare(change: Change): Change | null {
  switch (change.kind) {
    case 'text':
      return {
        ...change,
        pieces: change.pieces.map((piece) => {
          if ('text' in piece) return { ...piece, attributes: withoutMark(piece.attributes) }
          return 'block' in piece ? { block: withoutMark(piece.block) } : piece
        }),
      }
    case 'format':
      return change.name === MARK ? null : change
    case 'field':
      return change.field === MAKER_MARK ? null : change
    case 'insert': {
      const inlines = change.inlines === undefined ? {} : { inlines: change.inlines.map(bareInline) }
      return { ...change, shell: withoutMark(change.shell), ...inlines }
    }
    case 'move':
    case 'remove':
    case 'metadata':
    case 'article':
      return change
  }
}

/** What one person made, and who else had a part in it. */
type Share = { readonly head: Article; readonly others: ReadonlySet<number> }

type Group = { readonly changes: readonly Change[]; readonly votes: Votes }

const makerOf = ({ votes }: Group): number => votes.winner() ?? 0

/** @returns whether both changes put a block into one gap. Who made which block is worth more than their order. */
function isInOneGap(one: Change, other: Change): boolean {
  const [place, next] = [one, other].map((change) =>
    change.kind === 'insert' || change.kind === 'move' ? change.place : null,
  )
  return place != null && next != null && place.parent === next.parent && place.gap === next.gap
}

/** @returns pairs of groups of different makers that touch, by their numbers. @param keepsGaps whether a gap parts them */
function touchingGroups(tree: Tree, all: readonly Group[], keepsGaps: boolean): [number, number][] {
  const changes = all.flatMap(({ changes: own }, group) => own.map((change) => ({ change, group })))
  const numbered = changes.map(({ change, group }, number) => ({ change, group, number }))
  const makers = Map.groupBy(numbered, ({ group }) => all[group]?.votes.winner() ?? 0)
  return [...makers.values()].flatMap((own) => {
    const mine = new Set(own)
    const pairs = touching(
      tree,
      own,
      numbered.filter((each) => !mine.has(each)),
    )
    return pairs.flatMap(([one, other]): [number, number][] => {
      const [first, second] = [changes[one], changes[other]]
      if (first === undefined || second === undefined) return []
      return keepsGaps && isInOneGap(first.change, second.change) ? [] : [[first.group, second.group]]
    })
  })
}

/**
 * Joins groups of different makers that touch: the changes of one person are taken or not without those of another, and what
 * touches could not be.
 */
function apart(base: Article, all: readonly Group[], keepsGaps: boolean): readonly Group[] {
  const tree = treeOf(base.document)
  let parts = all
  const touchingNow = (): [number, number][] => touchingGroups(tree, parts, keepsGaps)
  for (let pairs = touchingNow(); pairs.length > 0; pairs = touchingNow()) {
    const partition = new Partition(parts.length)
    for (const [one, other] of pairs) partition.join(one, other)
    const now = parts
    parts = partition.sets().map((set) => joined(set.flatMap((number) => now[number] ?? [])))
  }
  return parts
}

function joined(all: readonly Group[]): Group {
  const votes = new Votes()
  for (const each of all) each.votes.addTo(votes)
  return { changes: all.flatMap(({ changes }) => changes), votes }
}

/** Parts the difference of two texts by who made it. @returns the heads, by the number of the maker */
function sharesByMaker(base: Article, head: Article, newId: NewId): Map<number, Share> {
  const tree = treeOf(base.document)
  const votesOf = new Map<Change, Votes>()
  const changes = compute(base, head).flatMap((change) => {
    const clean = bare(change)
    if (clean === null) return []
    const votes = new Votes()
    vote(votes, change, tree)
    votesOf.set(clean, votes)
    return [clean]
  })
  const bareBase = withoutMakers(base, newId)
  const voted = groups(bareBase, changes).map((group) =>
    joined(group.map((change) => ({ changes: [change], votes: votesOf.get(change) ?? new Votes() }))),
  )
  const shared = (keepsGaps: boolean): Map<number, Share> => {
    const parts = Map.groupBy(apart(bareBase, voted, keepsGaps), makerOf)
    return new Map(
      [...parts].map(([maker, own]) => {
        const { changes: made, votes } = joined(own)
        const others = votes.makers()
        others.delete(maker)
        return [maker, { head: apply(bareBase, made, newId), others }]
      }),
    )
  }
  const shares = shared(true)
  return isWhole(bareBase, withoutMakers(head, newId), [...shares.values()]) ? shares : shared(false)
}

/** @returns whether all shares together are the head, or clash, so that somebody decides. */
function isWhole(base: Article, head: Article, shares: readonly Share[]): boolean {
  let now = base
  for (const share of shares) {
    const merged = merge({ base, ours: now, theirs: share.head })
    if (merged.clashes.length > 0) return true
    now = merged.article
  }
  return canonicalJson(now.document) === canonicalJson(head.document)
}

/**
 * Parts the difference of two texts into what each person proposes. What two people made together, such as a word that
 * one deleted and the other replaced, is its writer's.
 * @param base with the marks of makers, as `head`
 * @returns the proposals, in the order in which their makers appear; none for equal texts
 */
export function proposed(base: Article, head: Article, makers: Makers, newId: NewId): ImportedProposal[] {
  const bareBase = withoutMakers(base, newId)
  const all = makers.list()
  const nameOf = (maker: number): string => all[maker]?.by ?? ''
  const shares =
    all.length < 2
      ? new Map<number, Share>([[0, { head: withoutMakers(head, newId), others: new Set() }]])
      : sharesByMaker(base, head, newId)
  const unchanged = canonicalJson(bareBase.document)
  return [...shares]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([maker, { head: own, others }]) => {
      if (canonicalJson(own.document) === unchanged) return []
      const { by, at } = all[maker] ?? { by: '', at: null }
      return [{ by, at, head: own, others: [...others].toSorted((one, other) => one - other).map(nameOf) }]
    })
}
