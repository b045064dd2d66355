import { z } from 'zod'
import { actionSchema } from '../export/action.ts'
import { actorSchema } from '../review/states.ts'
import { call } from './call.ts'
import { deliveryProblemSchema } from './delivery-problems.ts'

const id = z.string().min(1).max(64)

/**
 * `queued`: waits for its time or the network. `sending`: on its way. `scheduled`: the other side has it, and shows it
 * when the embargo ends. `held`: waits for a person. `delivered`, `cancelled`: over. `rolling-back`: cancelled, and what
 * was already put there is being taken away.
 */
export const deliveryStateSchema = z.enum([
  'queued',
  'sending',
  'scheduled',
  'held',
  'rolling-back',
  'delivered',
  'cancelled',
])
export type DeliveryState = z.infer<typeof deliveryStateSchema>

export const deliverySchema = z.object({
  id,
  articleId: id,
  headline: z.string(),
  /** As it was called when this was sent: it may have been removed since. */
  destination: z.object({ id, name: z.string(), kind: z.string() }),
  action: actionSchema,
  state: deliveryStateSchema,
  /** What stands in its way; null when nothing does. */
  problem: z.object({ code: deliveryProblemSchema, params: z.record(z.string(), z.string()) }).nullable(),
  /** How often it was tried. */
  attempts: z.int(),
  /** When it is tried next, ISO 8601, UTC; null when it is not. */
  nextAttempt: z.string().nullable(),
  /** How far it is: pictures that are there already, of all. */
  pictures: z.object({ done: z.int(), total: z.int() }),
  /** The other side had it as it is: nothing was changed there. */
  isUnchanged: z.boolean(),
  /** Where it can be seen: an address, or the path of a file; null when nothing is there. */
  link: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  by: z.string(),
})
export type Delivery = z.infer<typeof deliverySchema>

/** One side of a conflict, as plain paragraphs. */
const comparedTextSchema = z.object({ title: z.string(), excerpt: z.string(), blocks: z.array(z.string()) })
export type ComparedText = z.infer<typeof comparedTextSchema>

export const deliveriesCalls = {
  /**
   * Puts an article into the queue to a destination; older deliveries of it to the same place that are still on their way
   * give way to it. `publish` sends what is due: a first version, an update or a correction; of an article
   * that was withdrawn or killed, that it is to go. `withdraw` takes one back that is still published. Refused with
   * `not-approved`, `role-not-allowed`; `not-killed` for the kill of an article that nobody has killed; `no-printer` where
   * the house wants a PDF in every package and nothing here can print one.
   */
  'deliveries.send': call(
    z.object({
      id,
      destinationId: id,
      action: z.enum(['publish', 'withdraw', 'kill']).default('publish'),
      actor: actorSchema,
    }),
    z.object({ deliveryId: id }),
  ),
  /** Newest first; of one article, or of all. */
  'deliveries.list': call(
    z.object({ id: id.nullable(), limit: z.int().min(1).max(500).default(100) }),
    z.object({ deliveries: z.array(deliverySchema), damaged: z.int() }),
  ),
  /** Tries now, whatever it waits for, and answers when that is over. */
  'deliveries.retry': call(z.object({ deliveryId: id }), z.object({ delivery: deliverySchema })),
  /** Ends what is not over yet. Pictures that were put there for it alone are taken away again. */
  'deliveries.cancel': call(z.object({ deliveryId: id }), z.object({})),
  /** Both texts of one that is held by `conflict`: somebody changed the article at the destination. */
  'deliveries.compare': call(
    z.object({ deliveryId: id }),
    z.object({ ours: comparedTextSchema, theirs: comparedTextSchema, theirsChangedAt: z.string() }),
  ),
  /**
   * Decides a conflict. `keep-theirs`: nothing is sent, and what stands there is not taken for a conflict again until
   * somebody changes it anew; `overwrite`: ours goes over it. Answers when that has been tried.
   */
  'deliveries.resolve': call(
    z.object({ deliveryId: id, choice: z.enum(['keep-theirs', 'overwrite']), actor: actorSchema }),
    z.object({ delivery: deliverySchema }),
  ),
}
