import { z } from 'zod'
import { base, inlines } from './base.ts'

/** The deepest level of a list item; the first level is 0. */
export const MAX_LIST_DEPTH = 5

/**
 * One list item. Nesting is a depth, not a list inside an item: commands can then split, merge and move all items
 * alike. The first item has no depth, and no item is more than one level deeper than the item before it.
 */
export const listItemSchema = z.looseObject({
  ...base,
  type: z.literal('list-item'),
  depth: z.int().min(1).max(MAX_LIST_DEPTH).optional(),
  /** Whether a nested item is numbered. Absent: as its list is. */
  ordered: z.boolean().optional(),
  children: inlines,
})
export type ListItem = z.infer<typeof listItemSchema>

export const listSchema = z.looseObject({
  ...base,
  type: z.literal('list'),
  ordered: z.boolean(),
  children: z.array(listItemSchema).min(1),
})
export type List = z.infer<typeof listSchema>

/** @returns the level of an item; 0 is the first. */
export function itemDepth(item: ListItem): number {
  return item.depth ?? 0
}

/** @returns whether an item is numbered. A first-level item is numbered as its list is. */
export function isOrderedItem(list: List, item: ListItem): boolean {
  return itemDepth(item) === 0 ? list.ordered : (item.ordered ?? list.ordered)
}
