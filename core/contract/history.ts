import { z } from 'zod'
import { articleSchema } from '../article/article.ts'
import { revisionReasonSchema } from '../review/revision.ts'
import { stateSchema } from '../review/states.ts'
import { call } from './call.ts'

const id = z.string().min(1).max(64)
const hash = z.string().regex(/^[0-9a-f]{64}$/u)

/**
 * One point in the history of an article that can be read and restored: a step that someone took, or a revision that was
 * kept without one. Two points with the same text have the same hash, and each its own key.
 */
export const pointSchema = z.object({
  /** Unique among the points of its article. */
  key: z.string(),
  /** The hash of its revision: SHA-256 of the canonical JSON, in the format in which it was kept. */
  hash,
  at: z.string(),
  /** Empty when it is not known who. */
  by: z.string(),
  reason: revisionReasonSchema.or(z.literal('taken-out')),
  /** The state to which the step led; null for a revision that was kept without a step. */
  to: stateSchema.nullable(),
})
export type Point = z.infer<typeof pointSchema>

export const historyCalls = {
  /** Newest first. `damaged` counts points that are left out because their row is damaged. */
  'history.points': call(z.object({ id }), z.object({ points: z.array(pointSchema), damaged: z.int() })),
  'history.read': call(z.object({ id, hash }), z.object({ article: articleSchema })),
  /**
   * The revision at which a point left the line of the others, for a window to merge it; null for a point on the line. A
   * backup of another store brings points that left it.
   */
  'history.fork': call(z.object({ id, hash }), z.object({ base: articleSchema.nullable() })),
  /**
   * Keeps the working copy as a point that is never thinned out, before a window restores an older one. The window then
   * writes the older text as any other edit, so that it can be undone there.
   */
  'history.keep': call(z.object({ id }), z.object({ hash })),
  /**
   * Makes a point the working copy, for an article that no window writes. What stood there is kept as a point before, if
   * it can be read. The article becomes a draft, unless it was being reviewed.
   */
  'history.restore': call(z.object({ id, hash }), z.object({ saveNumber: z.int() })),
}
