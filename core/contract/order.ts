import { z } from 'zod'

/** What the articles of a list can be sorted by. */
export const LIST_ORDERS = ['changed', 'created', 'headline', 'author', 'words', 'deadline'] as const
export type ListOrderBy = (typeof LIST_ORDERS)[number]

export const listOrderSchema = z.object({ by: z.enum(LIST_ORDERS), isDescending: z.boolean() })
export type ListOrder = z.infer<typeof listOrderSchema>

/** The last changed first. A search in this order shows the best matches first. */
export const USUAL_ORDER: ListOrder = { by: 'changed', isDescending: true }

/** @returns whether this is the usual order. */
export function isUsual({ by, isDescending }: ListOrder): boolean {
  return by === USUAL_ORDER.by && isDescending === USUAL_ORDER.isDescending
}
