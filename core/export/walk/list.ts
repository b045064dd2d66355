import type { List, ListItem } from '../../article/block.ts'
import { isOrderedItem, itemDepth } from '../../article/blocks/list.ts'

/** An item as it stands in its list. */
export type PlacedItem = {
  readonly item: ListItem
  /** How deep it lies, from 0. */
  readonly depth: number
  readonly ordered: boolean
  /** Its place among the items of its level, from 1. Items that are not numbered count too. */
  readonly number: number
}

/** @returns the items of a list, for formats that number each line by itself. */
export function placedItems(list: List): PlacedItem[] {
  const counts: number[] = []
  return list.children.map((item) => {
    const depth = itemDepth(item)
    counts.length = Math.min(counts.length, depth + 1)
    const number = (counts[depth] ?? 0) + 1
    counts[depth] = number
    return { item, depth, ordered: isOrderedItem(list, item), number }
  })
}

/** Items of one level, one after another, that are numbered alike. */
export type ListRun = {
  readonly ordered: boolean
  readonly items: { readonly item: ListItem; readonly below: readonly ListRun[] }[]
}

/**
 * Turns items with depths into lists within items, for formats that nest them.
 * @param hasWords whether an item has something to show; one that has not goes, unless deeper ones hang on it
 * @returns the first level: a run for each change of numbering; none for a list without words
 */
export function listRuns(list: List, hasWords: (item: ListItem) => boolean): ListRun[] {
  const level = (items: readonly ListItem[], depth: number): ListRun[] => {
    const runs: ListRun[] = []
    let end = 0
    for (const [index, item] of items.entries()) {
      if (itemDepth(item) !== depth) continue
      end = index + 1
      while (end < items.length && itemDepth(items[end] ?? item) > depth) end += 1
      const below = level(items.slice(index + 1, end), depth + 1)
      if (below.length === 0 && !hasWords(item)) continue
      const ordered = isOrderedItem(list, item)
      const last = runs.at(-1)
      if (last?.ordered === ordered) last.items.push({ item, below })
      else runs.push({ ordered, items: [{ item, below }] })
    }
    return runs
  }
  return level(list.children, 0)
}
