import { z } from 'zod'
import { assetSchema } from '../asset.ts'
import { base, textBlock } from './base.ts'

export const captionSchema = textBlock('caption')
export type Caption = z.infer<typeof captionSchema>
export const creditSchema = textBlock('credit')
export type Credit = z.infer<typeof creditSchema>

/** A date, or a date with a time, in the ISO 8601 forms that picture metadata has. */
export const ISO_DATE = /^\d{4}-\d\d-\d\d(?:T[\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)?)?$/u

/** A picture with its caption and credit. It has no `asset` until a picture is chosen. */
export const figureSchema = z.looseObject({
  ...base,
  type: z.literal('figure'),
  asset: assetSchema.optional(),
  alt: z.string().max(2000),
  /** When the picture was taken, from its metadata: an ISO 8601 date or time. */
  date: z.string().max(40).regex(ISO_DATE).optional(),
  children: z.tuple([captionSchema, creditSchema]),
})
export type Figure = z.infer<typeof figureSchema>
