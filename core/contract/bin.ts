import { z } from 'zod'
import { actorSchema } from '../review/states.ts'
import { call } from './call.ts'

const id = z.string().min(1).max(64)

/** How long what is in the bin can be taken out again, in days. */
export const BIN_DAYS = 30

export const binRowSchema = z.object({
  id,
  headline: z.string(),
  author: z.string(),
  words: z.int(),
  /** ISO 8601, UTC. */
  deletedAt: z.string(),
  /** The row is not as it was written: it is to be recovered, and is neither taken out nor removed. */
  isDamaged: z.boolean(),
})
export type BinRow = z.infer<typeof binRowSchema>

export const binCalls = {
  /**
   * Moves an article into the bin, and takes the edit lock from the window that asks. One that has ever left the house is
   * refused with `not-deletable`, whatever became of it since: it is corrected or killed instead.
   */
  'bin.put': call(z.object({ id, actor: actorSchema }), z.object({})),
  'bin.list': call(z.object({}), z.object({ rows: z.array(binRowSchema) })),
  'bin.takeOut': call(z.object({ id, actor: actorSchema }), z.object({})),
  /** Removes these for good, with their revisions. Only what lies in the bin goes, and nothing that is damaged. */
  'bin.empty': call(z.object({ ids: z.array(id).max(100_000) }), z.object({ removed: z.int() })),
}
