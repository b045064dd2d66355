import { z } from 'zod'
import { base } from './base.ts'
import { figureSchema } from './figure.ts'

/** Pictures shown together, each with its own caption and credit. */
export const gallerySchema = z.looseObject({
  ...base,
  type: z.literal('gallery'),
  children: z.array(figureSchema).min(1),
})
export type Gallery = z.infer<typeof gallerySchema>
