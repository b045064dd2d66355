import { z } from 'zod'

/** Something that another person did and that one waits for: an article comes back, an answer, an assignment. */
export const arrivalSchema = z.object({
  id: z.string(),
  headline: z.string(),
  /** The first words of an article without a headline. */
  opening: z.string(),
  kind: z.enum(['returned', 'approved', 'message', 'assigned']),
  by: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
})
export type Arrival = z.infer<typeof arrivalSchema>
