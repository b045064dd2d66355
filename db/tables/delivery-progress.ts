import { z } from 'zod'
import { actionSchema } from '#core/export/action.ts'
import { deliverySchema, type ComparedText } from '#core/contract/deliveries.ts'

const { destination, problem, pictures, link } = deliverySchema.shape
const text = z.object({ title: z.string(), excerpt: z.string(), blocks: z.array(z.string()) })

const editionSchema = z.object({
  version: z.int(),
  action: actionSchema,
  draft: z.boolean(),
  embargoed: z.boolean(),
  at: z.string(),
  note: z.string(),
  house: z.object({
    provider: z.string(),
    rightsHolder: z.string(),
    copyrightNotice: z.string(),
    usageTerms: z.string(),
    digits: z.enum(['latn', 'arab']).optional(),
  }),
})

/** How far a delivery is, and what the other side said: enough to go on after the process ended at any moment. */
export const deliveryProgressSchema = z.object({
  destination: destination.omit({ id: true }),
  headline: z.string(),
  /** The state of the article when it was sent. */
  articleState: z.string(),
  /** SHA-256 of what is sent. */
  payloadHash: z.string(),
  /** What every format says of it beside its words; the version is 0 where no package is sent. */
  edition: editionSchema,
  attempts: z.int(),
  /** ISO 8601, UTC; null: not by itself. */
  nextAttempt: z.string().nullable(),
  /** Nothing is sent before, ISO 8601: the place knows of no embargoes itself. */
  notBefore: z.string().nullable().default(null),
  /** A person cancelled it while it was being sent. */
  isUnwanted: z.boolean().default(false),
  /** It was scheduled there when a person cancelled it: it is to be taken back. */
  takesBack: z.boolean().default(false),
  problem,
  pictures,
  isUnchanged: z.boolean(),
  /** What a person decided about a conflict. */
  choice: z.enum(['keep-theirs', 'overwrite']).nullable(),
  conflict: z.object({ theirs: text, theirsChangedAt: z.string() }).nullable(),
  link,
  /** What the kind of the destination knows of its own side: ids, hashes. Each kind reads it by its own schema. */
  remote: z.record(z.string(), z.json()),
})
export type DeliveryProgress = z.infer<typeof deliveryProgressSchema>
export type Conflict = { theirs: ComparedText; theirsChangedAt: string }
