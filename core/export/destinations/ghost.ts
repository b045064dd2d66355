import { z } from 'zod'
import { sectionsSchema, siteAddressSchema } from './address.ts'

/** A Ghost site over its Admin API. The secret is the Admin API key of an integration: `id:secret`. */
export const ghostConfigSchema = z.object({
  kind: z.literal('ghost'),
  address: siteAddressSchema,
  /** Section to tag. Ghost has no categories, and shows the first tag in their place. */
  sections: sectionsSchema,
})
export type GhostConfig = z.infer<typeof ghostConfigSchema>
