import { z } from 'zod'
import { base, textBlock } from './base.ts'
import { paragraphSchema } from './paragraph.ts'

export const attributionSchema = textBlock('attribution')
export type Attribution = z.infer<typeof attributionSchema>

/** A block quotation: its paragraphs, then an attribution, which may be empty. */
export const quoteSchema = z.looseObject({
  ...base,
  type: z.literal('quote'),
  children: z.array(z.union([paragraphSchema, attributionSchema])).min(2),
})
export type Quote = z.infer<typeof quoteSchema>
