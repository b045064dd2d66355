import { z } from 'zod'
import { base, inlines } from './base.ts'

/** How deep a list may nest below its first level. */
export const MAX_LIST_DEPTH = 5

/**
 * One item. Nesting is a depth and not a list within an item: splitting, joining, moving and merging then treat
 * every item alike. The first item has no depth, and none lies more than one step deeper than the one before it.
 */
export const listItemSchema = z.looseObject({
  ...base,
  type: z.literal('list-item'),
  depth: z.int().min(1).max(MAX_LIST_DEPTH).optional(),
  /** Whether this deeper item is numbered; absent: as its list. */
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

/** @returns how deep an item lies below the first level, from 0. */
export function itemDepth(item: ListItem): number {
  return item.depth ?? 0
}

/** @returns whether an item is numbered: on the first level as its list, deeper as it says itself. */
export function isOrderedItem(list: List, item: ListItem): boolean {
  return itemDepth(item) === 0 ? list.ordered : (item.ordered ?? list.ordered)
}
