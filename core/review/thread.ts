import { z } from 'zod'
import { anchorSchema } from './anchor.ts'

const id = z.string().min(1).max(64)

/** The longest message, in UTF-16 units. */
export const MAX_MESSAGE = 10_000

export const messageTextSchema = z.string().trim().min(1).max(MAX_MESSAGE)

/** One message of a thread as it reads now. */
export const messageSchema = z.object({
  id,
  by: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Empty once it was taken back. */
  text: z.string(),
  /** When its author last changed it; null for never. */
  editedAt: z.string().nullable(),
  isTakenBack: z.boolean(),
})
export type Message = z.infer<typeof messageSchema>

/** Messages about one place of an article, or about one proposal. */
export const threadSchema = z.object({
  id,
  /** The hash of the revision in which the anchor lies. */
  revision: z.string(),
  anchor: anchorSchema,
  /** The proposal that it is about; the anchor then lies in the words that the proposal concerns. Null for none. */
  proposal: id.nullable(),
  /** When and by whom it was resolved; null while it is open. */
  resolved: z.object({ by: z.string(), at: z.string() }).nullable(),
  /** In the order of writing; the first began the thread. */
  messages: z.array(messageSchema).min(1),
})
export type Thread = z.infer<typeof threadSchema>
