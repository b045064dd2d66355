import { z } from 'zod'
import { roleSchema } from './states.ts'
import type { Message, Thread } from './thread.ts'

export const threadActionSchema = z.enum(['begun', 'replied', 'edited', 'taken-back', 'resolved', 'reopened'])

/** One thing that somebody did in a thread. Entries are never changed: the thread is what they make of each other. */
export const threadEntrySchema = z.object({
  /** A UUID, so that the entries of two machines can be united. */
  id: z.string(),
  threadId: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  by: z.string(),
  role: roleSchema,
  action: threadActionSchema,
  /** The message that it writes or concerns; null when it concerns the thread. */
  messageId: z.string().nullable(),
  /** What the message says from then on; empty for an entry that writes nothing. */
  text: z.string(),
})
export type ThreadEntry = z.infer<typeof threadEntrySchema>

/** What a thread is about. */
export type ThreadHead = Pick<Thread, 'id' | 'revision' | 'anchor' | 'proposal'>

/** @returns entries by their time, then by their ids: the order in which they were found makes no difference. */
function inOrder(entries: readonly ThreadEntry[]): ThreadEntry[] {
  const rank = ({ action, at, id }: ThreadEntry): string => `${action === 'begun' ? 0 : 1} ${at} ${id}`
  return entries.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
}

/**
 * Makes a thread of its entries. Only the author of a message edits it or takes it back; a message that was taken back stays
 * so. An answer opens a resolved thread again.
 * @param entries of this thread, in any order, without damaged ones
 * @returns null when no message is left
 */
export function foldThread(head: ThreadHead, entries: readonly ThreadEntry[]): Thread | null {
  const ordered = inOrder(entries)
  const messages = new Map<string, Message>()
  let resolved: Thread['resolved'] = null
  for (const { action, messageId, by, at, text } of ordered) {
    if (messageId !== null && (action === 'begun' || action === 'replied')) {
      messages.set(messageId, { id: messageId, by, at, text, editedAt: null, isTakenBack: false })
      resolved = null
    } else if (action === 'resolved') resolved = { by, at }
    else if (action === 'reopened') resolved = null
  }
  // Changes come after all messages: an edit may stand before its message where two clocks differ.
  for (const { action, messageId, by, at, text } of ordered) {
    const message = messages.get(messageId ?? '')
    if (message === undefined || message.by !== by || message.isTakenBack) continue
    if (action === 'edited') messages.set(message.id, { ...message, text, editedAt: at })
    else if (action === 'taken-back') messages.set(message.id, { ...message, text: '', isTakenBack: true })
  }
  return messages.size === 0 ? null : { ...head, resolved, messages: [...messages.values()] }
}
