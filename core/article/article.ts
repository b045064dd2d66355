import { z } from 'zod'
import { blockSchema } from './block.ts'
import { metadataSchema } from './metadata.ts'

/** The format of the stored JSON that this code writes. `versions/` has an upgrade from each earlier one. */
export const SCHEMA_VERSION = 2

/** A whole article: what is stored, hashed, reviewed and exported. Its state is not part of it. */
export const articleSchema = z.looseObject({
  /** A UUID, permanent across machines and versions. */
  id: z.string().min(1).max(64),
  schemaVersion: z.literal(SCHEMA_VERSION),
  metadata: metadataSchema,
  /** The Slate value: the fixed head, then the body. */
  document: z.array(blockSchema).min(1).max(20_000),
})

export type Article = z.infer<typeof articleSchema>
