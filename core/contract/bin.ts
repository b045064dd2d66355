import { z } from 'zod'
import { call } from './call.ts'
import { manyCall } from './many.ts'

const id = z.string().min(1).max(64)

/** How long an article stays in the bin, in days. */
export const BIN_DAYS = 30

export const binRowSchema = z.object({
  id,
  headline: z.string(),
  /** The first words, by which an article without a headline is known; empty for one with a headline. */
  opening: z.string(),
  author: z.string(),
  words: z.int(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  deletedAt: z.string(),
  /** The row does not match its seal: it must be recovered, and is neither restored nor removed. */
  isDamaged: z.boolean(),
})
export type BinRow = z.infer<typeof binRowSchema>

export const binCalls = {
  /**
   * Moves an article into the bin, and takes the edit lock from the calling window. An article that has ever been exported or
   * sent is refused with `not-deletable`: it is corrected or killed instead.
   */
  'bin.put': call(z.object({ id }), z.object({})),
  'bin.putMany': manyCall({}),
  'bin.list': call(z.object({}), z.object({ rows: z.array(binRowSchema) })),
  'bin.takeOut': call(z.object({ id }), z.object({})),
  'bin.takeOutMany': manyCall({}),
  /** Removes these articles of the bin for good, with their revisions. Articles elsewhere and damaged ones stay. */
  'bin.empty': call(z.object({ ids: z.array(id).max(100_000) }), z.object({ removed: z.int() })),
}
