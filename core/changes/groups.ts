import type { Article } from '../article/article.ts'
import type { Change, Key } from './change.ts'
import { Partition } from './partition.ts'
import { treeOf, type Tree } from './tree.ts'

/** Changes that make sense together only: all of them are taken, or none. */
export type Group = readonly Change[]

/**
 * What a change belongs to. Changes with a name in common are one group:
 * - a block that is inserted or removed, with the blocks inside it and with what moves into or out of it
 * - the kind of a block, with its place, its other fields, and the blocks inside it
 * - the cells that are inserted into or removed from the rows of one table
 * - blocks that hand on an id
 */
function names(change: Change, tree: Tree, known: Known): string[] {
  switch (change.kind) {
    case 'text':
    case 'format':
    case 'metadata':
    case 'article':
      return []
    case 'field':
      return known.kinds.has(change.node) ? [`block ${change.node}`] : []
    case 'insert':
      return [
        `block ${change.node}`,
        `id ${String(change.shell['id'])}`,
        ...around(change.parent, known),
        ...cells(change.parent, tree),
      ]
    case 'remove': {
      const node = tree.nodes.get(change.node)
      const parent = node?.parent ?? ''
      return [`block ${change.node}`, `id ${node?.block.id ?? ''}`, ...around(parent, known), ...cells(parent, tree)]
    }
    case 'move': {
      const parent = tree.nodes.get(change.node)?.parent ?? ''
      return [
        ...(known.kinds.has(change.node) ? [`block ${change.node}`] : []),
        ...around(parent, known),
        ...around(change.place.parent, known),
        ...cells(parent, tree),
        ...cells(change.place.parent, tree),
      ]
    }
  }
}

/** The blocks that are inserted or removed, and those whose kind changes. */
type Known = {
  readonly inserted: ReadonlySet<Key>
  readonly removed: ReadonlySet<Key>
  readonly kinds: ReadonlySet<Key>
}

function around(parent: Key, { inserted, removed, kinds }: Known): string[] {
  return inserted.has(parent) || removed.has(parent) || kinds.has(parent) ? [`block ${parent}`] : []
}

/** @returns the name of the table, when the parent is a row of one that the base has. */
export function cells(parent: Key, tree: Tree): string[] {
  const row = tree.nodes.get(parent)
  return row?.block.type === 'table-row' ? [`cells ${row.parent}`] : []
}

/** @returns the changes of an article in groups, in the order of their first changes. @param base what they change */
export function groups(base: Article, changes: readonly Change[]): Group[] {
  const tree = treeOf(base.document)
  const known: Known = {
    inserted: new Set(changes.flatMap((change) => (change.kind === 'insert' ? [change.node] : []))),
    removed: new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.node] : []))),
    kinds: new Set(
      changes.flatMap((change) => (change.kind === 'field' && change.field === 'type' ? [change.node] : [])),
    ),
  }
  const partition = new Partition(changes.length)
  const first = new Map<string, number>()
  for (const [index, change] of changes.entries()) {
    for (const name of names(change, tree, known)) {
      const other = first.get(name)
      if (other === undefined) first.set(name, index)
      else partition.join(index, other)
    }
  }
  return partition.sets().map((set) => set.flatMap((index) => changes[index] ?? []))
}
