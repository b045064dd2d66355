import { z } from 'zod'
import { blockSchema } from './block.ts'
import { metadataSchema } from './metadata.ts'

/** The version of the JSON format that this code writes. `versions/` upgrades articles from each earlier version. */
export const SCHEMA_VERSION = 2

/** A whole article: what is stored, hashed, reviewed and exported. Its workflow state is kept outside it. */
export const articleSchema = z.looseObject({
  /** A UUID. It never changes, on any machine. */
  id: z.string().min(1).max(64),
  schemaVersion: z.literal(SCHEMA_VERSION),
  metadata: metadataSchema,
  /** The Slate value: the blocks of the head, then those of the body. */
  document: z.array(blockSchema).min(1).max(20_000),
})

export type Article = z.infer<typeof articleSchema>
