import { z } from 'zod'
import { call } from './call.ts'

/** A name that a window gives to long work, to follow its progress and to stop it. */
export const jobIdSchema = z.string().min(1).max(64)

export const jobsCalls = {
  /** Asks long work to stop at its next step. `found` is false when no work has this name any longer. */
  'jobs.cancel': call(z.object({ job: jobIdSchema }), z.object({ found: z.boolean() })),
}
