import { z } from 'zod'
import { publicKeySchema } from '../newsroom/person.ts'
import { stateSchema } from '../review/states.ts'
import { base64Schema } from './base64.ts'
import { call } from './call.ts'
import { errorCodeSchema } from './errors.ts'

const id = z.string().min(1).max(64)
/** The bytes of a file that a window opened, or the path of one in a folder that was chosen. */
const fileSchema = z.union([z.object({ bytes: base64Schema }), z.object({ path: z.string().min(1).max(4096) })])
export type HandoverFile = z.infer<typeof fileSchema>

/** Who handed something over, as far as a signature proves it. */
const senderSchema = z.object({
  publicKey: publicKeySchema,
  fingerprint: z.string(),
  /** What the file says, which proves nothing. */
  name: z.string(),
  /** The name of the person whom this store knows by this key; null for nobody. */
  knownAs: z.string().nullable(),
})

/**
 * What a hand-over would do here. `new`: the article is not here; `nothing`: all of it is here already; `forward`: nothing was done
 * here since; `merge`: both sides went on, and all can be brought together; `clash`: both changed the same words.
 */
const effectSchema = z.enum(['new', 'nothing', 'forward', 'merge', 'clash'])

const previewSchema = z.object({
  id,
  headline: z.string(),
  /** Null for a file that nobody signed. */
  sender: senderSchema.nullable(),
  wasEncrypted: z.boolean(),
  effect: effectSchema,
  /** The places where both sides changed the same words. */
  clashes: z.int().nonnegative(),
  /** The state of the article afterwards. */
  state: stateSchema,
  /** The state that the file says, where nobody with the right to it signed that; null where it counts. */
  unproven: stateSchema.nullable(),
  /** Two decisions of editors of which the first stands; null for none. */
  decisions: z.tuple([stateSchema, stateSchema]).nullable(),
})
export type HandoverPreview = z.infer<typeof previewSchema>

/** A file in a shared folder. */
const boxedSchema = z.object({
  path: z.string(),
  name: z.string(),
  /** ISO 8601, UTC. */
  changedAt: z.string(),
  what: z.discriminatedUnion('kind', [
    /** This store wrote it. `to` is empty for whoever opens it; `answeredAt` is when the article came back first since. */
    z.object({
      ...{ kind: z.literal('out'), id, headline: z.string(), to: z.string(), at: z.string() },
      answeredAt: z.string().nullable(),
    }),
    z.object({ kind: z.literal('in'), preview: previewSchema }),
    /** It is for somebody else, or cannot be read. */
    z.object({ kind: z.literal('refused'), code: errorCodeSchema, params: z.record(z.string(), z.string()) }),
  ]),
})
export type BoxedFile = z.infer<typeof boxedSchema>

export const handoverCalls = {
  /**
   * Writes all that is known of an article into a file in a folder that exists and was chosen (`folder-not-chosen`), encrypted where
   * a person is named. The audit records it.
   */
  'handover.give': call(
    z.object({
      id,
      folder: z.string().min(1).max(4096),
      /** The id of a person whom this store knows; null for a file that everybody can read. */
      to: z.string().nullable(),
    }),
    z.object({ path: z.string(), bytes: z.int().positive(), sha256: z.string(), isWhole: z.boolean() }),
  ),
  /** What lies in a shared folder that was chosen, the newest first: what waits here, and what waits for others. */
  'handover.box': call(
    z.object({ folder: z.string().min(1).max(4096) }),
    z.object({
      files: z.array(boxedSchema),
      /** How many more there are than are read. */
      more: z.int().nonnegative(),
    }),
  ),
  /** Reads a hand-over and says what it would do here. Stores nothing. */
  'handover.look': call(z.object({ file: fileSchema }), previewSchema),
  /**
   * Takes a hand-over in, all of it or nothing. Where both sides changed the same words: `refuse` takes nothing (`handover-clash`);
   * `propose` leaves there what both had before, and makes a proposal of each side.
   */
  'handover.take': call(z.object({ file: fileSchema, clashes: z.enum(['refuse', 'propose']) }), previewSchema),
}
