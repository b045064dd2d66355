import { z } from 'zod'
import { authorsSchema, sectionsSchema, siteAddressSchema } from './address.ts'

/** A Ghost site over its Admin API. The secret is the Admin API key of an integration: `id:secret`. */
export const ghostConfigSchema = z.object({
  kind: z.literal('ghost'),
  address: siteAddressSchema,
  /** Section to tag. Ghost has no categories, and shows the first tag in their place. */
  sections: sectionsSchema,
  /** Byline to the mail address or slug of an account. Without it a post is the owner's. */
  authors: authorsSchema.optional(),
})
export type GhostConfig = z.infer<typeof ghostConfigSchema>
