import type { Article } from '../article/article.ts'
import type { Change, Key } from './change.ts'
import { readLine } from './line.ts'
import { Partition } from './partition.ts'
import { lineAt, treeOf, type Tree } from './tree.ts'

/** Changes that make sense together only: all of them are taken, or none. */
export type Group = readonly Change[]

/**
 * What a change belongs to. Changes with a name in common are one group:
 * - a block that is inserted or removed, with the blocks inside it and with what moves into or out of it
 * - the kind of a block, with its place, its other fields, and the blocks inside it
 * - the cells that are inserted into or removed from the rows of one table
 * - blocks that hand on an id
 * - words that are cut out, with the place at which they are pasted: else they would stand twice, or nowhere
 */
function names(change: Change, tree: Tree, known: Known): string[] {
  switch (change.kind) {
    case 'text':
      return wordsMoved(change, known)
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
        ...wordsMoved(change, known),
      ]
    case 'remove': {
      const node = tree.nodes.get(change.node)
      const parent = node?.parent ?? ''
      return [
        `block ${change.node}`,
        `id ${node?.block.id ?? ''}`,
        ...around(parent, known),
        ...cells(parent, tree),
        ...wordsMoved(change, known),
      ]
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
  /** The changes that take longer text out, each with the text. */
  readonly taken: ReadonlyMap<Change, { readonly name: string; readonly text: string }>
}

/** So many units of text are not the same by chance. */
const SHORTEST = 12

function wordsMoved(change: Change, { taken }: Known): string[] {
  const own = taken.get(change)
  const added = addedText(change)
  const here = added.length < SHORTEST ? [] : [...taken.values()].filter(({ text }) => added.includes(text))
  return [...(own === undefined ? [] : [own.name]), ...here.map(({ name }) => name)]
}

function addedText(change: Change): string {
  if (change.kind === 'insert') return change.inlines === undefined ? '' : readLine(change.inlines).text
  if (change.kind !== 'text') return ''
  return change.pieces.map((piece) => ('text' in piece ? piece.text : '\n')).join('')
}

/** @returns the longer texts that changes take out of one line each. */
function takenTexts(changes: readonly Change[], tree: Tree): Known['taken'] {
  const lines = new Map<Key, string>()
  const lineOf = (key: Key): string => {
    const text = lines.get(key) ?? readLine(lineAt(tree, key)?.children ?? []).text
    lines.set(key, text)
    return text
  }
  const textOf = (change: Change): string => {
    if (change.kind === 'remove') return lineOf(change.node)
    if (change.kind !== 'text' || change.from.line !== change.to.line) return ''
    return change.to.at - change.from.at < SHORTEST ? '' : lineOf(change.from.line).slice(change.from.at, change.to.at)
  }
  return new Map(
    changes.flatMap((change, index) => {
      const text = textOf(change).trim()
      return text.length < SHORTEST ? [] : [[change, { name: `words ${index}`, text }] as const]
    }),
  )
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
    taken: takenTexts(changes, tree),
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
