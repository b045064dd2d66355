import type { Article } from '../article/article.ts'
import type { TextBlock } from '../article/block.ts'
import { isTextBlock } from '../article/text-nodes.ts'
import { stretches, type Stretch } from './stretches.ts'
import type { Change, InsertChange, Key, Place } from './change.ts'
import { compareLines, type StretchLine } from './compare-lines.ts'
import { fieldsThatDiffer } from './fields.ts'
import { readLine } from './line.ts'
import { stablePlaces } from './stable-order.ts'
import { lineAt, shellOf, treeOf, type Node, type Tree } from './tree.ts'

/**
 * Computes the difference of two versions of an article.
 * @param from valid
 * @param to valid
 * @returns changes that `apply` turns `from` into `to` by; none for equal articles
 */
export function compute(from: Article, to: Article): Change[] {
  const [older, newer] = [treeOf(from.document), treeOf(to.document)]
  const found = stretches(older, newer)
  const joined = new Map<Key, Key>()
  const split = new Set<Key>()
  for (const { old, now } of found) {
    for (const key of old.slice(1)) joined.set(key, old[0] ?? '')
    for (const key of now.slice(1)) split.add(key)
  }
  const texts = found.flatMap((stretch) => textChanges(stretch, older, newer))
  return [
    ...fieldChanges(from, to),
    ...texts,
    ...[...newer.nodes.values()].flatMap((node) => nodeFields(older.nodes.get(node.key), node)),
    ...[...older.nodes.keys()]
      .filter((key) => !newer.nodes.has(key) && !joined.has(key))
      .map((node): Change => ({ kind: 'remove', node })),
    ...placements(older, newer, joined, split),
  ]
}

/** A field with its new value; without one, the field is taken away. */
type NewValue = { field: string; value?: unknown }

function newValues(from: Readonly<Record<string, unknown>>, to: Readonly<Record<string, unknown>>): NewValue[] {
  return fieldsThatDiffer(from, to).map(({ field, to: value }) => (value === undefined ? { field } : { field, value }))
}

function fieldChanges(from: Article, to: Article): Change[] {
  const { document: _from, metadata: oldMetadata, ...old } = from
  const { document: _to, metadata: newMetadata, ...now } = to
  return [
    ...newValues(oldMetadata, newMetadata).map((change): Change => ({ kind: 'metadata', ...change })),
    ...newValues(old, now).map((change): Change => ({ kind: 'article', ...change })),
  ]
}

function nodeFields(old: Node | undefined, now: Node): Change[] {
  if (old === undefined || old.block === now.block) return []
  return newValues(shellOf(old.block), shellOf(now.block)).map((change) => ({
    kind: 'field',
    node: now.key,
    ...change,
  }))
}

/**
 * What was found between two versions of a line, for as long as both exist. Most lines are the same objects when an article is
 * compared again, as while somebody writes, and comparing their words takes most of the time.
 */
const COMPARED = new WeakMap<TextBlock, WeakMap<TextBlock, { key: Key; changes: readonly Change[] }>>()

function textChanges(stretch: Stretch, older: Tree, newer: Tree): readonly Change[] {
  const { old, now } = stretch
  const key = old[0] ?? ''
  const [before, after] = [lineAt(older, key), lineAt(newer, key)]
  // Lines that were split or joined depend on others.
  if (old.length > 1 || now.length > 1 || before === null || after === null) return compared(stretch, older, newer)
  const known = COMPARED.get(before)?.get(after)
  if (known?.key === key) return known.changes
  const changes = compared(stretch, older, newer)
  const versions = COMPARED.get(before) ?? new WeakMap()
  COMPARED.set(before, versions.set(after, { key, changes }))
  return changes
}

function compared({ old, now }: Stretch, older: Tree, newer: Tree): Change[] {
  const lines = (keys: readonly Key[], tree: Tree): StretchLine[] =>
    keys.flatMap((key) => {
      const block = lineAt(tree, key)
      return block === null ? [] : [{ key, shell: shellOf(block), line: readLine(block.children) }]
    })
  return compareLines(lines(old, older), lines(now, newer))
}

/** @returns the blocks that were inserted or moved, each with its place. */
function placements(older: Tree, newer: Tree, joined: ReadonlyMap<Key, Key>, split: ReadonlySet<Key>): Change[] {
  const changes: Change[] = []
  for (const node of newer.nodes.values()) {
    if (node.index === -1 && !older.nodes.has(node.key)) changes.push(insertion(node, null))
  }
  for (const [parent, children] of newer.free) {
    const base = older.free.get(parent) ?? []
    // The first gap that lies after a block of the base and all that was joined to it.
    const gapAfter = (index: number): number => {
      let gap = index + 1
      while (joined.get(base[gap] ?? '') !== undefined && joined.get(base[gap] ?? '') === base[index]) gap += 1
      return gap
    }
    const wasHere = (key: Key): number => {
      const old = older.nodes.get(key)
      return old?.parent === parent ? old.index : -1
    }
    const stable = stablePlaces(children.map(wasHere).filter((index) => index !== -1))
    let [gap, seq] = [0, 0]
    for (const key of children) {
      const index = wasHere(key)
      if (split.has(key)) continue
      if (index !== -1 && stable.has(index)) {
        ;[gap, seq] = [gapAfter(index), 0]
        continue
      }
      const place: Place = { parent, gap, seq: seq++ }
      const node = newer.nodes.get(key)
      if (node === undefined) continue
      changes.push(older.nodes.has(key) ? { kind: 'move', node: key, place } : insertion(node, place))
    }
  }
  return changes
}

function insertion({ key, parent, block }: Node, place: Place | null): InsertChange {
  const inlines = isTextBlock(block) ? { inlines: block.children } : {}
  return {
    kind: 'insert',
    node: key,
    parent,
    place,
    shell: shellOf(block),
    ...inlines,
  }
}
