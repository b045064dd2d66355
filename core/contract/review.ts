import { z } from 'zod'
import { EVENT_PROOFS } from '../newsroom/event-proof.ts'
import { standingSchema } from '../review/standing.ts'
import { roleSchema, stateSchema } from '../review/states.ts'
import { call } from './call.ts'
import { manyCall } from './many.ts'

const id = z.string().min(1).max(64)

/** One line of the audit: append-only. */
export const eventSchema = z.object({
  at: z.string(),
  by: z.string(),
  role: roleSchema,
  action: z.enum([
    'created',
    'imported',
    'moved',
    'reopened',
    'exported',
    /** It arrived at a destination. What concerns a destination names it in `note`. */
    'published',
    'withdrawn',
    /** What was to be sent to a destination waits for a person: it is no longer approved, or fails what the house requires. */
    'held',
    /** What was to be sent to a destination is not. */
    'cancelled',
    /** A person left the text at a destination as somebody changed it there. */
    'kept-theirs',
    'forgotten',
    'restored',
    /** The text was kept before an older one replaced it. */
    'kept',
    'deleted',
    'undeleted',
    /** It was deleted for good. Its events stay; `note` is its headline. */
    'purged',
    'recovered',
    /** Another version was merged into it. */
    'merged',
    /** Proposals and comments were taken in from a file, which `note` names. */
    'review-taken',
    /** It was put into a file for somebody, whom `note` names, or for everybody. */
    'handed-over',
  ]),
  from: stateSchema.nullable(),
  to: stateSchema,
  note: z.string(),
  /** The hash of the article's revision at that time. */
  revision: z.string(),
})
export type ArticleEvent = z.infer<typeof eventSchema>

/** A line of the audit with what proves it. */
export const provenEventSchema = eventSchema.extend({
  id: z.string(),
  proof: z.enum(EVENT_PROOFS),
  /** The name of the person whose key signed; null where none did, or the store does not know it. */
  signer: z.string().nullable(),
})
export type ProvenEvent = z.infer<typeof provenEventSchema>

export const reviewCalls = {
  /**
   * Moves an article to another state and records a revision and an event. A step that ends its approval holds or takes
   * back what waits to be sent; a withdrawal or a kill also queues its removal for every destination that has it, unless
   * `takesDown` is false. All of this happens in one transaction, or nothing does.
   */
  'review.move': call(
    z.object({
      ...{ id, to: stateSchema },
      note: z.string().max(5000).default(''),
      takesDown: z.boolean().default(true),
    }),
    z.object({
      ...{ from: stateSchema, to: stateSchema, event: eventSchema },
      /** The deliveries that take it down. */
      deliveryIds: z.array(z.string()),
    }),
  ),
  /** Moves articles as `review.move` does; a withdrawal or a kill takes each down where readers have it. */
  'review.moveMany': manyCall({ to: stateSchema, note: z.string().max(5000).default('') }),
  /** What is known outside the house of an article. */
  'review.standing': call(z.object({ id }), standingSchema),
  /** How many threads and proposals about an article are open. */
  'review.open': call(z.object({ id }), z.object({ openThreads: z.int(), openProposals: z.int() })),
  /** Oldest first; `damaged` counts lines that are left out because they do not match their seal. */
  'review.history': call(z.object({ id }), z.object({ events: z.array(provenEventSchema), damaged: z.int() })),
}
