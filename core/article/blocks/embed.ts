import { z } from 'zod'
import { isWebUrl } from '../inline.ts'
import { base } from './base.ts'
import { captionSchema } from './figure.ts'

/** A post or video on another site, by its address. Midad never loads it; the CMS does. */
export const embedSchema = z.looseObject({
  ...base,
  type: z.literal('embed'),
  /** Empty until the writer gives one. */
  url: z
    .string()
    .max(2048)
    .refine((url) => url === '' || isWebUrl(url)),
  children: z.tuple([captionSchema]),
})
export type Embed = z.infer<typeof embedSchema>
