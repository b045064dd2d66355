import { z } from 'zod'
import { base, inlines } from './base.ts'

/** A calendar day, such as `2026-11-24`. */
export const ISO_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u

/** A notice to readers that an error in the published article was corrected, and on which day. */
export const correctionSchema = z.looseObject({
  ...base,
  type: z.literal('correction'),
  date: z.string().regex(ISO_DAY).optional(),
  children: inlines,
})
export type Correction = z.infer<typeof correctionSchema>
