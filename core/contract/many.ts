import { z } from 'zod'
import { call } from './call.ts'
import { errorCodeSchema } from './errors.ts'

const id = z.string().min(1).max(64)

/** What became of each of several articles: done, or refused as that one alone would have been. */
export const outcomesSchema = z.object({
  done: z.array(id),
  refused: z.array(z.object({ id, code: errorCodeSchema, params: z.record(z.string(), z.string()) })),
})
export type Outcomes = z.infer<typeof outcomesSchema>

/** The most articles that one call changes. */
export const MOST_AT_ONCE = 500

/**
 * Declares a call that does the same with several articles, one after another. A refusal of one does not stop the others; a
 * store that cannot be written refuses the rest.
 */
export function manyCall<S extends z.ZodRawShape>(shape: S) {
  const ids = z.array(id).min(1).max(MOST_AT_ONCE)
  return call(z.object({ ids }).extend(shape), outcomesSchema)
}
