import { z } from 'zod'
import { blockSchema, type Block } from './block.ts'
import { metadataSchema } from './metadata.ts'

/** The version of the JSON format that this code writes. `versions/` upgrades articles from each earlier version. */
export const SCHEMA_VERSION = 2

const documentOf = z.array(blockSchema).min(1).max(20_000)

const wholeSchema = z.looseObject({
  /** A UUID. It never changes, on any machine. */
  id: z.string().min(1).max(64),
  schemaVersion: z.literal(SCHEMA_VERSION),
  metadata: metadataSchema,
  /** The Slate value: the blocks of the head, then those of the body. */
  document: documentOf,
})

/** A whole article: what is stored, hashed, reviewed and exported. Its workflow state is kept outside it. */
// An interface keeps its name in the types of the calls. A type alias was written out in each of them, which took the compiler
// gigabytes.
// oxlint-disable-next-line typescript/consistent-type-definitions, typescript/no-empty-object-type
export interface Article extends z.infer<typeof wholeSchema> {}

/** The blocks of an article. */
export const documentSchema: z.ZodType<Block[]> = documentOf
export const articleSchema: z.ZodType<Article, Article> = wholeSchema
