import { z } from 'zod'
import { isWebUrl } from '../inline.ts'
import { base } from './base.ts'
import { captionSchema } from './figure.ts'

/** Something that lives elsewhere (a post, a video), by its address. It is never loaded; the CMS does that. */
export const embedSchema = z.looseObject({
  ...base,
  type: z.literal('embed'),
  /** Empty until one is given. */
  url: z
    .string()
    .max(2048)
    .refine((url) => url === '' || isWebUrl(url)),
  children: z.tuple([captionSchema]),
})
export type Embed = z.infer<typeof embedSchema>
