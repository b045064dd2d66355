import type { Article } from '../article/article.ts'
import { canonicalJson } from '../article/canonical.ts'
import { applied, type Renamed } from './apply.ts'
import type { Change, Key } from './change.ts'
import { compute } from './compute.ts'
import { doubledWords, type DoubledWords } from './doubled-words.ts'
import { groups } from './groups.ts'
import { Partition } from './partition.ts'
import { idsOfMerge, type Sides } from './sides.ts'
import { touching, type Numbered } from './touch.ts'
import { treeOf, type Tree } from './tree.ts'

/** Changes of two sides that cannot both be made. A person chooses one side, or neither. */
export type Clash = { readonly ours: readonly Change[]; readonly theirs: readonly Change[] }

/** A change with the sides that made it: one of them, or both. */
export type SidedChange = { readonly change: Change; readonly isOurs: boolean; readonly isTheirs: boolean }

/** An article that changes of two sides made, and what a person should look at in it. */
export type Settled = {
  readonly article: Article
  /** Words that stand in it once more than in either side: both pasted them, each to another place. */
  readonly doubled: readonly DoubledWords[]
  /** Blocks that got another id, since a block of the base has theirs. */
  readonly renamed: readonly Renamed[]
}

/** What two sides made of one article. The article is the base with the changes of both sides that do not clash. */
export type Merged = Settled & {
  /** The changes that were made, each once. */
  readonly changes: readonly SidedChange[]
  readonly clashes: readonly Clash[]
}

type Sided = Numbered & SidedChange

function sided(ours: readonly Change[], theirs: readonly Change[]): Sided[] {
  const theirJsons = new Set(theirs.map((change) => canonicalJson(change)))
  const ourJsons = new Set(ours.map((change) => canonicalJson(change)))
  const isOnlyTheirs = (change: Change): boolean => !ourJsons.has(canonicalJson(change))
  return [
    ...ours.map((change) => ({ change, isOurs: true, isTheirs: theirJsons.has(canonicalJson(change)) })),
    ...theirs.filter(isOnlyTheirs).map((change) => ({ change, isOurs: false, isTheirs: true })),
  ].map((each, number) => ({ ...each, number }))
}

/** @returns the moves that put blocks into one another, in one chain or in several. */
function circular(tree: Tree, all: readonly Sided[]): Sided[] {
  const parents = new Map<Key, Key>([...tree.nodes.values()].map(({ key, parent }) => [key, parent]))
  const moves = new Map<Key, Sided>()
  for (const each of all) {
    const { change } = each
    if (change.kind === 'insert') parents.set(change.node, change.parent)
    if (change.kind !== 'move') continue
    parents.set(change.node, change.place.parent)
    moves.set(change.node, each)
  }
  return [...moves].flatMap(([node, move]) => {
    const seen = new Set<Key>()
    for (let at = parents.get(node); at !== undefined && !seen.has(at); at = parents.get(at)) {
      if (at === node) return [move]
      seen.add(at)
    }
    return []
  })
}

/**
 * Merges what two sides made of one article. What both did counts once. Changes that touch one another are left out on
 * both sides, with all that makes sense only with them: the base stays there, and both are offered. Two machines that
 * merge the same versions get the same article, each as its own side.
 */
export function merge(sides: Sides): Merged {
  const { base } = sides
  const tree = treeOf(base.document)
  const [own, other] = [compute(base, sides.ours), compute(base, sides.theirs)]
  const all = sided(own, other)
  const partition = new Partition(all.length)
  const numbers = new Map(all.map(({ change, number }) => [canonicalJson(change), number]))
  for (const group of [...groups(base, own), ...groups(base, other)]) {
    const [first, ...rest] = group.map((change) => numbers.get(canonicalJson(change)) ?? 0)
    for (const number of rest) partition.join(first ?? 0, number)
  }
  const [onlyOurs, onlyTheirs] = [all.filter(({ isTheirs }) => !isTheirs), all.filter(({ isOurs }) => !isOurs)]
  const clashing = new Set<number>()
  for (const [one, two] of touching(tree, onlyOurs, onlyTheirs)) {
    partition.join(one, two)
    clashing.add(one)
  }
  const circle = circular(tree, all)
  for (const { number } of circle) {
    partition.join(circle[0]?.number ?? number, number)
    clashing.add(number)
  }
  const changes: SidedChange[] = []
  const clashes: Clash[] = []
  for (const set of partition.sets()) {
    const members = set.flatMap((number) => all[number] ?? [])
    if (!set.some((number) => clashing.has(number)))
      changes.push(...members.map(({ change, isOurs, isTheirs }) => ({ change, isOurs, isTheirs })))
    else
      clashes.push({
        ours: members.flatMap(({ change, isOurs }) => (isOurs ? [change] : [])),
        theirs: members.flatMap(({ change, isTheirs }) => (isTheirs ? [change] : [])),
      })
  }
  return { ...settled(sides, changes, []), changes, clashes }
}

/** Whose changes are made in a clash. With `neither`, the base stays. */
export type Choice = 'ours' | 'theirs' | 'neither'

/**
 * Settles the clashes of a merge.
 * @param choices by the places of the clashes; a clash without one stays as `neither`
 * @returns a valid article
 */
export function settle(sides: Sides, { changes, clashes }: Merged, choices: readonly (Choice | undefined)[]): Settled {
  const chosen = clashes.flatMap((clash, index) => {
    const choice = choices[index] ?? 'neither'
    return choice === 'neither' ? [] : clash[choice]
  })
  return settled(sides, changes, chosen)
}

function settled(sides: Sides, made: readonly SidedChange[], chosen: readonly Change[]): Settled {
  const { article, renamed } = applied(sides.base, [...made.map(({ change }) => change), ...chosen], idsOfMerge(sides))
  return { article, renamed, doubled: doubledWords(article, [sides.base, sides.ours, sides.theirs]) }
}
