import type { Article } from '../../article/article.ts'
import type { NewId } from '../../article/factories.ts'
import { isText, textBlocks } from '../../article/text-nodes.ts'
import type { AnyBlock } from '../../article/block.ts'
import { canonicalJson } from '../../article/canonical.ts'
import { apply, covered } from '../../changes/apply.ts'
import type { Attributes, Change, Shell } from '../../changes/change.ts'
import { compute } from '../../changes/compute.ts'
import { groups, type Group } from '../../changes/groups.ts'
import { forEachRun, readLine } from '../../changes/line.ts'
import { lineAt, treeOf, type Tree } from '../../changes/tree.ts'
import type { Inline } from '../../article/inline.ts'
import type { ImportedProposal } from '../reviewed.ts'
import type { Makers } from './makers.ts'
import { MAKER_MARK, withoutMakers } from './marks.ts'

const MARK = `mark:${MAKER_MARK}`

/** How much of a change each maker made: what was added counts before what was removed, and that before the rest. */
class Votes {
  readonly #added = new Map<number, number>()
  readonly #removed = new Map<number, number>()
  readonly #other = new Map<number, number>()

  add(kind: 'added' | 'removed' | 'other', maker: unknown, count: number): void {
    if (typeof maker !== 'number') return
    const votes = { added: this.#added, removed: this.#removed, other: this.#other }[kind]
    votes.set(maker, (votes.get(maker) ?? 0) + count)
  }

  addTo(others: Votes): void {
    for (const [maker, count] of this.#added) others.add('added', maker, count)
    for (const [maker, count] of this.#removed) others.add('removed', maker, count)
    for (const [maker, count] of this.#other) others.add('other', maker, count)
  }

  /** @returns the maker of most; null for none. */
  winner(): number | null {
    for (const votes of [this.#added, this.#removed, this.#other]) {
      const [best] = [...votes].toSorted((one, other) => other[1] - one[1] || one[0] - other[0])
      if (best !== undefined) return best[0]
    }
    return null
  }
}

function voteForRange(
  votes: Votes,
  kind: 'removed' | 'other',
  tree: Tree,
  key: string,
  start: number,
  end: number,
): void {
  const block = lineAt(tree, key)
  if (block === null) return
  forEachRun(readLine(block.children), start, end, (from, to, { attributes }) =>
    votes.add(kind, attributes[MARK], to - from),
  )
}

function voteForInlines(votes: Votes, kind: 'added' | 'removed', inlines: readonly Inline[]): void {
  for (const inline of inlines) {
    for (const text of isText(inline) ? [inline] : inline.children)
      votes.add(kind, (text as Shell)[MAKER_MARK], text.text.length)
  }
}

/** @returns every line in a block. */
function linesIn(block: AnyBlock): readonly { children: Inline[] }[] {
  return textBlocks([block as never])
}

function vote(votes: Votes, change: Change, tree: Tree): void {
  const markOf = (key: string): unknown => (tree.nodes.get(key)?.block as Shell | undefined)?.[MAKER_MARK]
  switch (change.kind) {
    case 'text': {
      const { from, to, pieces } = change
      for (const piece of pieces) {
        if ('text' in piece) votes.add('added', piece.attributes[MARK], piece.text.length)
        else if ('block' in piece) votes.add('other', piece.block[MAKER_MARK], 1)
      }
      const keys = [from.line, ...covered(tree, from.line, to.line)]
      for (const key of keys) {
        const start = key === from.line ? from.at : 0
        voteForRange(votes, 'removed', tree, key, start, key === to.line ? to.at : Infinity)
        // Whoever deleted the mark of a line joined the next one to it.
        votes.add('other', markOf(key), 1)
      }
      return
    }
    case 'format':
      return voteForRange(votes, 'other', tree, change.line, change.start, change.end)
    case 'insert':
      votes.add('other', change.shell[MAKER_MARK], 1)
      return voteForInlines(votes, 'added', change.inlines ?? [])
    case 'field':
    case 'move':
    case 'remove': {
      votes.add('other', markOf(change.node), 1)
      const block = tree.nodes.get(change.node)?.block
      for (const line of block === undefined ? [] : linesIn(block)) voteForInlines(votes, 'removed', line.children)
      return
    }
    case 'metadata':
    case 'article':
      return
  }
}

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

/** Parts the difference of two texts by who made it. @returns the heads, by the number of the maker */
function headsByMaker(base: Article, head: Article, newId: NewId): Map<number, Article> {
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
  const makerOf = (group: Group): number => {
    const winners = new Votes()
    for (const change of group) votesOf.get(change)?.addTo(winners)
    return winners.winner() ?? 0
  }
  const parts = Map.groupBy(groups(bareBase, changes), makerOf)
  return new Map([...parts].map(([maker, own]) => [maker, apply(bareBase, own.flat(), newId)]))
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
  const heads = all.length < 2 ? new Map([[0, withoutMakers(head, newId)]]) : headsByMaker(base, head, newId)
  const unchanged = canonicalJson(bareBase.document)
  return [...heads.keys()]
    .toSorted((one, other) => one - other)
    .flatMap((maker) => {
      const own = heads.get(maker)
      if (own === undefined || canonicalJson(own.document) === unchanged) return []
      const { by, at } = all[maker] ?? { by: '', at: null }
      return [{ by, at, head: own }]
    })
}
