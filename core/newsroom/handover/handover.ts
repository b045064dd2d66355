import { z } from 'zod'
import { assetSchema } from '../../article/asset.ts'
import { anchorSchema } from '../../review/anchor.ts'
import { assignmentEntrySchema } from '../../review/assignment.ts'
import { revisionReasonSchema } from '../../review/revision.ts'
import { roleSchema, stateSchema } from '../../review/states.ts'
import { threadEntrySchema } from '../../review/thread-entries.ts'
import { signedEventSchema } from '../chained-event.ts'

const id = z.string().min(1).max(64)
const hash = z.string().regex(/^[\da-f]{64}$/u)
const name = z.string().max(1000)
/** Something that a screen can show as a time. */
const time = z
  .string()
  .max(40)
  .refine((at) => !Number.isNaN(Date.parse(at)))
/** More of anything than an article ever has; a zip holds no more files either. */
const MOST = 20_000

/** A version without its text, which lies beside under the hash. */
const handedRevisionSchema = z.object({
  hash,
  parent: hash.nullable(),
  secondParent: hash.nullable(),
  reason: revisionReasonSchema,
  by: name,
  at: time,
})

const handedThreadSchema = z.object({
  ...{ id, revision: hash, anchor: anchorSchema, proposal: id.nullable() },
  entries: z.array(threadEntrySchema.omit({ threadId: true }).extend({ id, at: time, by: name })).max(MOST),
})

const handedProposalSchema = z.object({
  ...{ id, by: name, role: roleSchema, note: z.string().max(5000) },
  /** Both texts lie beside under their hashes. */
  ...{ base: hash, head: hash },
  saveNumber: z.int().nonnegative(),
  ...{ createdAt: time, updatedAt: time },
  state: z.enum(['open', 'settled', 'withdrawn']),
  /** The states in which it was handed over before, each by its digest: what grew from what. */
  earlier: z.array(hash).max(MOST),
  entries: z
    .array(
      z.object({
        ...{ id, at: time, by: name, role: roleSchema },
        action: z.enum(['begun', 'accepted', 'rejected', 'undone', 'withdrawn', 'settled']),
        ...{ removed: z.string().max(20_000), added: z.string().max(20_000) },
        saveNumber: z.int().nonnegative(),
      }),
    )
    .max(MOST),
})
export type HandedProposal = z.infer<typeof handedProposalSchema>

const handedExportSchema = z.object({
  ...{ version: z.int().positive().max(1_000_000), revision: hash, sha256: hash },
  /** The name of the package. */
  ...{ path: z.string().max(255), bytes: z.int().positive(), at: time, by: name },
})

/**
 * What `handover.json` in the bag of a hand-over says: all that is known of one article but the words, the pictures and the
 * house. Texts lie beside it in `texts/`, pictures in `pictures/`, each under its hash.
 */
export const handoverSchema = z.object({
  format: z.literal('midad-handover'),
  formatVersion: z.literal(1),
  article: id,
  headline: z.string().max(20_000),
  state: stateSchema,
  creator: name,
  ...{ createdAt: time, updatedAt: time },
  /** The hash of the text as it stands. */
  head: hash,
  /** Whether all versions are in the file. Else those are left out that the receiver has sent before. */
  isWhole: z.boolean(),
  /** The oldest first. */
  revisions: z.array(handedRevisionSchema).max(MOST),
  threads: z.array(handedThreadSchema).max(MOST),
  proposals: z.array(handedProposalSchema).max(MOST),
  assignments: z.array(assignmentEntrySchema.extend({ id, at: time, by: name })).max(MOST),
  events: z.array(signedEventSchema).min(1).max(MOST),
  exports: z.array(handedExportSchema).max(MOST),
  /** Who wrote in the text since it was last approved. */
  writers: z.array(name).max(MOST),
  pictures: z.array(assetSchema).max(MOST),
})
export type Handover = z.infer<typeof handoverSchema>
