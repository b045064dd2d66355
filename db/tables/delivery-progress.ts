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
  firstAt: z.string().optional(),
  page: z.string().optional(),
  note: z.string(),
  house: z.object({
    provider: z.string(),
    rightsHolder: z.string(),
    copyrightNotice: z.string(),
    usageTerms: z.string(),
    logo: z.string().optional(),
    site: z.string().optional(),
    digits: z.enum(['latn', 'arab']).optional(),
  }),
})

/** The progress of a delivery and the answers of the destination: enough to continue after a crash at any time. */
export const deliveryProgressSchema = z.object({
  destination: destination.omit({ id: true }),
  headline: z.string(),
  /** The state of the article when it was sent. */
  articleState: z.string(),
  /** SHA-256 of what is sent. */
  payloadHash: z.string(),
  /** What every format states about the issue; the version is 0 when no package is sent. */
  edition: editionSchema,
  attempts: z.int(),
  /** ISO 8601, UTC; null when there is no further attempt by itself. */
  nextAttempt: z.string().nullable(),
  /** Nothing is sent before this time, ISO 8601, for destinations that know no embargo. */
  notBefore: z.string().nullable().default(null),
  /** When the destination will publish what it has, ISO 8601; null when it is not scheduled there. */
  scheduledFor: z.string().nullable().default(null),
  /** A person cancelled it while it was being sent. */
  isUnwanted: z.boolean().default(false),
  /**
   * A person cancelled it when it was scheduled at the destination: it must be taken back there. Or it was deleted there,
   * and a person left it so. Once it is cancelled, nothing of the article stands there.
   */
  takesBack: z.boolean().default(false),
  problem,
  pictures,
  isUnchanged: z.boolean(),
  /** What a person decided about a conflict. */
  choice: z.enum(['keep-theirs', 'overwrite']).nullable(),
  /** `isCut`: only the beginning of their text is kept. */
  conflict: z.object({ theirs: text, isCut: z.boolean().default(false), theirsChangedAt: z.string() }).nullable(),
  link,
  /** What this kind of destination keeps about the remote side: ids, hashes. Each kind has its own schema for it. */
  remote: z.record(z.string(), z.json()),
})
export type DeliveryProgress = z.infer<typeof deliveryProgressSchema>
export type Conflict = { theirs: ComparedText; isCut: boolean; theirsChangedAt: string }
