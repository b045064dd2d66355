import type { Article } from '../article/article.ts'
import { canonicalJson } from '../article/canonical.ts'
import { applied, type Renamed } from './apply.ts'
import type { Change, Key } from './change.ts'
import { bothOf, type Clash } from './clash.ts'
import { compute } from './compute.ts'
import { groups } from './groups.ts'
import { Partition } from './partition.ts'
import { idsOfMerge, type Sides } from './sides.ts'
import { touching, type Numbered } from './touch.ts'
import { treeOf, type Tree } from './tree.ts'

/** A change with the sides that made it: one of them, or both. */
export type SidedChange = { readonly change: Change; readonly isOurs: boolean; readonly isTheirs: boolean }

/** An article that changes of two sides made. */
export type Settled = {
  readonly article: Article
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

/** The changes of both sides, each once. */
type United = { readonly all: readonly Sided[]; readonly numbers: ReadonlyMap<Change, number> }

function united(ours: readonly Change[], theirs: readonly Change[]): United {
  const numbers = new Map<Change, number>()
  const byJson = new Map<string, { change: Change; number: number; isOurs: boolean; isTheirs: boolean }>()
  const add = (change: Change, side: 'isOurs' | 'isTheirs'): void => {
    const json = canonicalJson(change)
    const known = byJson.get(json) ?? { change, number: byJson.size, isOurs: false, isTheirs: false }
    byJson.set(json, { ...known, [side]: true })
    numbers.set(change, known.number)
  }
  for (const change of ours) add(change, 'isOurs')
  for (const change of theirs) add(change, 'isTheirs')
  return { all: [...byJson.values()], numbers }
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
  const { all, numbers } = united(own, other)
  const partition = new Partition(all.length)
  for (const group of [...groups(base, own), ...groups(base, other)]) {
    const [first, ...rest] = group.map((change) => numbers.get(change) ?? 0)
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
  return { ...settled(sides, changes), changes, clashes }
}

/** Whose changes are made in a clash. With `neither`, the base stays. With `both`, which `canBeBoth` allows, ours stand first. */
export type Choice = 'ours' | 'theirs' | 'both' | 'neither'

/**
 * Settles the clashes of a merge.
 * @param choices by the places of the clashes; a clash without one stays as `neither`
 * @returns a valid article
 */
export function settle(sides: Sides, merged: Merged, choices: readonly (Choice | undefined)[]): Settled {
  return settled(sides, chosenChanges(merged, choices))
}

/** @returns the changes that are made when the clashes of a merge are settled so. */
export function chosenChanges(
  { changes, clashes }: Pick<Merged, 'changes' | 'clashes'>,
  choices: readonly (Choice | undefined)[],
): SidedChange[] {
  const chosen = clashes.flatMap((clash, index): SidedChange[] => {
    const choice = choices[index] ?? 'neither'
    if (choice === 'neither') return []
    if (choice === 'both') return sided(clash)
    const others = new Set(clash[choice === 'ours' ? 'theirs' : 'ours'].map(canonicalJson))
    return clash[choice].map((change) => {
      const isBoth = others.has(canonicalJson(change))
      return { change, isOurs: choice === 'ours' || isBoth, isTheirs: choice === 'theirs' || isBoth }
    })
  })
  return [...changes, ...chosen]
}

/** @returns the changes of both sides of a clash. */
function sided(clash: Clash): SidedChange[] {
  const [own, other] = [clash.ours, clash.theirs].map((changes) => new Set(changes.map(canonicalJson)))
  return bothOf(clash).map((change) => {
    const isOurs = own?.has(canonicalJson(change)) === true
    return { change, isOurs, isTheirs: !isOurs || other?.has(canonicalJson(change)) === true }
  })
}

function settled(sides: Sides, made: readonly SidedChange[]): Settled {
  const changes = made.map(({ change }) => change)
  return applied(sides.base, changes, idsOfMerge(sides))
}
