import { z } from 'zod'
import { actionSchema } from '../export/action.ts'
import { call } from './call.ts'
import { deliveryProblemSchema } from './delivery-problems.ts'
import { manyCall } from './many.ts'

const id = z.string().min(1).max(64)

/**
 * `queued`: waits for its time or the network. `sending`: on its way. `scheduled`: the other side has it, and shows it
 * when the embargo ends. `held`: waits for a person. `delivered`, `cancelled`: over. `rolling-back`: cancelled, and what
 * was already put there is being removed.
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
  /** Its name when this was sent: the destination may have been removed since. */
  destination: z.object({ id, name: z.string(), kind: z.string() }),
  action: actionSchema,
  state: deliveryStateSchema,
  /** Why it cannot be sent; null when nothing prevents it. */
  problem: z.object({ code: deliveryProblemSchema, params: z.record(z.string(), z.string()) }).nullable(),
  /** The number of attempts so far. */
  attempts: z.int(),
  /** The time of the next attempt, ISO 8601, UTC; null when there is none. */
  nextAttempt: z.string().nullable(),
  /** When the destination publishes what it has, as it was set, ISO 8601; null when it is not scheduled there. */
  scheduledFor: z.string().nullable(),
  /** Pictures that the destination has already, of all. */
  pictures: z.object({ done: z.int(), total: z.int() }),
  /** The destination already had this very content: nothing was changed there. */
  isUnchanged: z.boolean(),
  /** Once it is cancelled, nothing of the article stands there: it was taken back, or was deleted and left so. */
  isTakenBack: z.boolean(),
  /** Where it can be seen: an address, or the path of a file; null when nothing is there. */
  link: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Who asked for it last: sent it, tried it again, or cancelled it. */
  by: z.string(),
})
export type Delivery = z.infer<typeof deliverySchema>

/** One side of a conflict, as plain paragraphs. */
const comparedTextSchema = z.object({ title: z.string(), excerpt: z.string(), blocks: z.array(z.string()) })
export type ComparedText = z.infer<typeof comparedTextSchema>

export const deliveriesCalls = {
  /**
   * Queues an article for a destination, and ends older deliveries of it to the same place that are not being sent.
   * `publish` sends what is due: a first version, an update or a correction; for a withdrawn or killed article, its
   * removal. `withdraw` takes back an article that is still published. Refused with `not-approved`, `role-not-allowed`;
   * `not-killed` for the kill of an article whose state is another; `no-printer` when the house wants a PDF in every package
   * and this machine cannot print one.
   */
  'deliveries.send': call(
    z.object({
      id,
      destinationId: id,
      action: z.enum(['publish', 'withdraw', 'kill']).default('publish'),
    }),
    z.object({ deliveryId: id }),
  ),
  /** Sends what is due of several articles to one destination, as `deliveries.send` does. */
  'deliveries.sendMany': manyCall({ destinationId: id }),
  /** Newest first; of one article, or of all. */
  'deliveries.list': call(
    z.object({ id: id.nullable(), limit: z.int().min(1).max(500).default(100) }),
    z.object({ deliveries: z.array(deliverySchema), damaged: z.int() }),
  ),
  /** Tries now instead of at the next attempt, and answers when that is over. */
  'deliveries.retry': call(z.object({ deliveryId: id }), z.object({ delivery: deliverySchema })),
  /** Cancels a delivery that is not over. Pictures that were uploaded for it alone are removed there. */
  'deliveries.cancel': call(z.object({ deliveryId: id }), z.object({})),
  /** Both texts of a delivery held by `conflict`: somebody changed the article at the destination. */
  'deliveries.compare': call(
    z.object({ deliveryId: id }),
    z.object({
      ours: comparedTextSchema,
      theirs: comparedTextSchema,
      /** Whether only the beginnings are given, because the texts are too long for a window. */
      isCut: z.boolean(),
      theirsChangedAt: z.string(),
    }),
  ),
  /**
   * Resolves a conflict. `keep-theirs`: nothing is sent, and the text there is no conflict again until somebody changes it
   * once more; `overwrite`: ours replaces it. Of an article that was deleted there, `keep-theirs` forgets it and
   * `overwrite` publishes it anew. Answers when that has been tried.
   */
  'deliveries.resolve': call(
    z.object({ deliveryId: id, choice: z.enum(['keep-theirs', 'overwrite']) }),
    z.object({ delivery: deliverySchema }),
  ),
}
