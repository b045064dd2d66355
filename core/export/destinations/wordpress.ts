import { z } from 'zod'
import { authorsSchema, sectionsSchema, siteAddressSchema } from './address.ts'

/** A WordPress site over its REST interface. The secret is an application password of the account. */
export const wordpressConfigSchema = z.object({
  kind: z.literal('wordpress'),
  address: siteAddressSchema,
  /** The user name or mail address of the account that writes the posts. */
  account: z.string().trim().min(1).max(200),
  /** Section to category. */
  sections: sectionsSchema,
  /** Byline to the name or mail address of an account. Without it a post is by the account that writes it. */
  authors: authorsSchema.optional(),
})
export type WordpressConfig = z.infer<typeof wordpressConfigSchema>
