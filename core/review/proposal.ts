import { z } from 'zod'
import { articleSchema } from '../article/article.ts'

const id = z.string().min(1).max(64)

/**
 * What one person proposes to change. What is open of it is the difference between `base` and `head`, carried onto the
 * article as it stands. Accepting a part moves the base forward, rejecting one moves the head back; when both are equal the
 * proposal is settled.
 */
export const proposalSchema = z.object({
  id,
  by: z.string(),
  note: z.string().max(5000),
  base: articleSchema,
  head: articleSchema,
  /** Counts its saves, as of an article. */
  saveNumber: z.int().nonnegative(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Proposal = z.infer<typeof proposalSchema>

/** What a person decided about a part of a proposal. `undone` takes an earlier decision back. */
export const decisionSchema = z.object({
  decision: z.enum(['accepted', 'rejected', 'undone']),
  /** What it was about, for the audit: the words that were to go, and those that were to come. */
  removed: z.string().max(20_000),
  added: z.string().max(20_000),
})
export type Decision = z.infer<typeof decisionSchema>
