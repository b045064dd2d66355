import { z } from 'zod'
import { articleSchema } from '../article/article.ts'
import { revisionReasonSchema } from '../review/revision.ts'
import { actorSchema, stateSchema } from '../review/states.ts'
import { call } from './call.ts'

const id = z.string().min(1).max(64)
const hash = z.string().regex(/^[0-9a-f]{64}$/u)

/**
 * One moment of an article that can be looked at and brought back: a step that someone took, or a text that was kept
 * without one. Two moments at which the article was the same have the same hash, and each its own key.
 */
export const pointSchema = z.object({
  /** Names the moment among those of its article. */
  key: z.string(),
  /** SHA-256 of the canonical JSON. */
  hash,
  at: z.string(),
  /** Empty where nobody is known. */
  by: z.string(),
  reason: revisionReasonSchema.or(z.literal('taken-out')),
  /** The state to which the step led; null for a text that was kept without a step. */
  to: stateSchema.nullable(),
})
export type Point = z.infer<typeof pointSchema>

export const historyCalls = {
  /** Newest first. `damaged` counts the points that are not as they were written, and are left out. */
  'history.points': call(z.object({ id }), z.object({ points: z.array(pointSchema), damaged: z.int() })),
  'history.read': call(z.object({ id, hash }), z.object({ article: articleSchema })),
  /**
   * Keeps the working copy as a point that stays, before a window brings an older one back into it. The window then
   * writes the older text over it as it writes anything else, so that it can be undone there.
   */
  'history.keep': call(z.object({ id, actor: actorSchema }), z.object({ hash })),
  /**
   * Makes a point the working copy, for an article that no window writes: what stood there is kept as a point before,
   * if it can be read. The article is a draft then, unless it was being reviewed.
   */
  'history.restore': call(z.object({ id, hash, actor: actorSchema }), z.object({ saveNumber: z.int() })),
}
