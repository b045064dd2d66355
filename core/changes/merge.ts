import type { Article } from '../article/article.ts'
import { canonicalJson } from '../article/canonical.ts'
import type { NewId } from '../article/factories.ts'
import { apply } from './apply.ts'
import type { Change, Key } from './change.ts'
import { compute } from './compute.ts'
import { groups } from './groups.ts'
import { Partition } from './partition.ts'
import { touching, type Numbered } from './touch.ts'
import { treeOf, type Tree } from './tree.ts'

/** Changes of two sides that cannot both be made. A person chooses one side, or neither. */
export type Clash = { readonly ours: readonly Change[]; readonly theirs: readonly Change[] }

/** What two sides made of one article. */
export type Merged = {
  /** The base with the changes of both sides, without those that clash. */
  readonly article: Article
  /** The changes that were made, each once. */
  readonly changes: readonly Change[]
  readonly clashes: readonly Clash[]
}

/** A change with the sides that made it. */
type Sided = Numbered & { readonly isOurs: boolean; readonly isTheirs: boolean }

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
 * both sides, with all that makes sense only with them: the base stays there, and both are offered.
 * @param newId makes ids for blocks that the normaliser adds
 */
export function merge(base: Article, ours: Article, theirs: Article, newId: NewId): Merged {
  const tree = treeOf(base.document)
  const [own, other] = [compute(base, ours), compute(base, theirs)]
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
  const changes: Change[] = []
  const clashes: Clash[] = []
  for (const set of partition.sets()) {
    const members = set.flatMap((number) => all[number] ?? [])
    if (!set.some((number) => clashing.has(number))) changes.push(...members.map(({ change }) => change))
    else
      clashes.push({
        ours: members.flatMap(({ change, isOurs }) => (isOurs ? [change] : [])),
        theirs: members.flatMap(({ change, isTheirs }) => (isTheirs ? [change] : [])),
      })
  }
  return { article: apply(base, changes, newId), changes, clashes }
}

/**
 * Settles the clashes of a merge.
 * @param choices for each clash, whose changes are made
 * @returns a valid article
 */
export function settle(
  base: Article,
  { changes, clashes }: Merged,
  choices: readonly ('ours' | 'theirs' | 'neither')[],
  newId: NewId,
): Article {
  const chosen = clashes.flatMap((clash, index) => {
    const choice = choices[index] ?? 'neither'
    return choice === 'neither' ? [] : clash[choice]
  })
  return apply(base, [...changes, ...chosen], newId)
}
