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
})
export type BinRow = z.infer<typeof binRowSchema>

export const binCalls = {
  /** Moves an article into the bin. One that has left the house is refused with `not-deletable`: it is killed instead. */
  'bin.put': call(z.object({ id, actor: actorSchema }), z.object({})),
  'bin.list': call(z.object({}), z.object({ rows: z.array(binRowSchema) })),
  'bin.takeOut': call(z.object({ id, actor: actorSchema }), z.object({})),
  /** Removes these for good, with their revisions. Only what lies in the bin goes. */
  'bin.empty': call(z.object({ ids: z.array(id).max(100_000) }), z.object({ removed: z.int() })),
}
