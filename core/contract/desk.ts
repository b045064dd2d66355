import { z } from 'zod'
import { arrivalSchema } from '../review/arrival.ts'
import { assignmentEntrySchema, assignmentSchema } from '../review/assignment.ts'
import { queueSchema } from '../review/queues.ts'
import { call } from './call.ts'
import { manyCall } from './many.ts'

const id = z.string().min(1).max(64)

export const deskCalls = {
  /** How many articles are in each queue of whoever asks. From the first call on, it is noted what this person reads. */
  'desk.queues': call(z.object({}), z.object({ counts: z.record(queueSchema, z.int()) })),
  /**
   * Assigns articles, or takes the assignment away where nothing is given. It is no edit: the text and the state stay. What is
   * so already is not written again.
   */
  'desk.assign': manyCall({ assignment: assignmentSchema }),
  /** How an article was assigned, the oldest first. `damaged` counts what is left out as it does not match its seal. */
  'desk.assignments': call(
    z.object({ id }),
    z.object({ now: assignmentSchema, entries: z.array(assignmentEntrySchema), damaged: z.int() }),
  ),
  /** Marks articles as read by whoever asks, or as unread. To open one marks it as read too. */
  'desk.setRead': call(z.object({ ids: z.array(id).min(1).max(500), isRead: z.boolean() }), z.object({})),
  /** What came for whoever asks, whom `person` names, since the cursor of an earlier answer; nothing without one. */
  'desk.arrivals': call(
    z.object({ after: z.string().max(200).nullable() }),
    z.object({ person: z.string(), arrivals: z.array(arrivalSchema), cursor: z.string() }),
  ),
}
