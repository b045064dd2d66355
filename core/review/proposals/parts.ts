import type { Article } from '../../article/article.ts'
import type { Change, FormatChange, Key, TextEdit } from '../../changes/change.ts'
import { isSame } from '../../changes/fields.ts'
import { groups, type Group } from '../../changes/groups.ts'
import { readLine } from '../../changes/line.ts'
import { Partition } from '../../changes/partition.ts'
import { lineAt, treeOf, type Tree } from '../../changes/tree.ts'

/** A change with the number of its group. */
type Of<C> = { readonly change: C; readonly group: number }

/**
 * Puts changes together as a person thinks of them: those that make sense together only, and neighbouring words that were
 * replaced one by one.
 * @param article what the changes are addressed to
 * @returns what is decided on as one, in the order of the first changes
 */
export function partsOf(article: Article, changes: readonly Change[]): Group[] {
  const tree = treeOf(article.document)
  const parts = groups(article, changes)
  const partition = new Partition(parts.length)
  const own = <C extends Change>(isKind: (change: Change) => change is C): Of<C>[] =>
    parts.flatMap((part, group) => part.flatMap((change) => (isKind(change) ? [{ change, group }] : [])))
  const textOf = (key: Key): string => readLine(lineAt(tree, key)?.children ?? []).text
  const edits = own((change): change is TextEdit => change.kind === 'text')
  const ending = Map.groupBy(edits, ({ change }) => change.to.line)
  for (const [line, starting] of Map.groupBy(edits, ({ change }) => change.from.line)) {
    const text = textOf(line)
    for (const { change, group } of starting)
      for (const before of ending.get(line) ?? []) {
        const between = text.slice(before.change.to.at, change.from.at)
        if (before.change !== change && before.change.to.at < change.from.at && /^[^\S\n]+$/u.test(between))
          partition.join(before.group, group)
      }
  }
  const formats = own((change): change is FormatChange => change.kind === 'format')
  for (const [, here] of Map.groupBy(formats, ({ change }) => `${change.name} ${change.line}`))
    for (const [place, { change, group }] of here.entries()) {
      const next = here[place + 1]
      if (next !== undefined && isSame(change.value, next.change.value) && isAcross(change, next.change, edits))
        partition.join(group, next.group)
    }
  for (const some of emptied(tree, parts)) for (const group of some) partition.join(some[0] ?? group, group)
  return partition
    .sets()
    .map((set) => set.flatMap((index) => parts[index] ?? []))
    .filter((part) => !part.every(isOnlyId))
}

/** The id of a caption changed, as the normaliser makes it: nobody decides on that. */
function isOnlyId(change: Change): boolean {
  return change.kind === 'field' && change.field === 'id'
}

/** @returns whether an edit alone lies between two formats: the words that it puts there have the format already. */
function isAcross(one: FormatChange, next: FormatChange, edits: readonly Of<TextEdit>[]): boolean {
  return edits.some(
    ({ change: { from, to } }) =>
      from.line === one.line && to.line === one.line && from.at === one.end && to.at === next.start,
  )
}

/**
 * @returns for each container that loses all its blocks, the groups that take them away and put others in: with some of them
 *   alone, the normaliser would put in an empty line
 */
function emptied(tree: Tree, parts: readonly Group[]): number[][] {
  const leaving = new Map<Key, number>()
  const coming = new Map<Key, number[]>()
  for (const [group, part] of parts.entries())
    for (const change of part) {
      if (change.kind === 'remove' || change.kind === 'move') leaving.set(change.node, group)
      if ((change.kind === 'insert' || change.kind === 'move') && change.place !== null)
        coming.set(change.place.parent, [...(coming.get(change.place.parent) ?? []), group])
    }
  return [...tree.free].flatMap(([parent, children]) => {
    const groupsOfLeaving = children.flatMap((child) => leaving.get(child) ?? [])
    const others = coming.get(parent) ?? []
    return others.length > 0 && groupsOfLeaving.length === children.length ? [[...groupsOfLeaving, ...others]] : []
  })
}
