import { z } from 'zod'
import { isWebUrl } from '../inline.ts'
import { base, inlines } from './base.ts'

export const relatedItemSchema = z.looseObject({
  ...base,
  type: z.literal('related-item'),
  /** Empty until the writer gives one. */
  url: z
    .string()
    .max(2048)
    .refine((url) => url === '' || isWebUrl(url)),
  children: inlines,
})
export type RelatedItem = z.infer<typeof relatedItemSchema>

/** Links to related articles, each with a title and an address. */
export const relatedSchema = z.looseObject({
  ...base,
  type: z.literal('related'),
  children: z.array(relatedItemSchema).min(1),
})
export type Related = z.infer<typeof relatedSchema>
