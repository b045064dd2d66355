import { z } from 'zod'
import { base, inlines } from './base.ts'

/** A day of the calendar, as the house dates what it tells its readers. */
export const ISO_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u

/** What readers are told of a fault that was mended after they could read it, and when that was. */
export const correctionSchema = z.looseObject({
  ...base,
  type: z.literal('correction'),
  date: z.string().regex(ISO_DAY).optional(),
  children: inlines,
})
export type Correction = z.infer<typeof correctionSchema>
