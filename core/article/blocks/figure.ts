import { z } from 'zod'
import { assetSchema } from '../asset.ts'
import { base, textBlock } from './base.ts'

export const captionSchema = textBlock('caption')
export type Caption = z.infer<typeof captionSchema>
export const creditSchema = textBlock('credit')
export type Credit = z.infer<typeof creditSchema>

/** A picture with its caption and credit. It has no `asset` until a picture is chosen. */
export const figureSchema = z.looseObject({
  ...base,
  type: z.literal('figure'),
  asset: assetSchema.optional(),
  alt: z.string().max(2000),
  children: z.tuple([captionSchema, creditSchema]),
})
export type Figure = z.infer<typeof figureSchema>
