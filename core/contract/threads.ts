import { z } from 'zod'
import { anchorSchema } from '../review/anchor.ts'
import { messageTextSchema, threadSchema } from '../review/thread.ts'
import { call } from './call.ts'

const id = z.string().min(1).max(64)
const threadId = id
/**
 * The id of a message, made by whoever sends it. A message that was sent under it before is not written twice, as when its answer
 * was lost; other words change it.
 */
const newMessageId = id.optional()

export const threadsCalls = {
  /** By the order in which they were begun. `damaged` counts entries that are left out because they do not match their seal. */
  'threads.list': call(z.object({ id }), z.object({ threads: z.array(threadSchema), damaged: z.int() })),
  /**
   * Begins a thread about the saved text of an article, in any state, without reopening it. The text is kept as a revision,
   * in which the anchor lies. A thread about a proposal lies in the saved base of it, and `saveNumber` is the proposal's.
   * Refused with `conflict` when `saveNumber` is not that of the stored text, and with `invalid-input` when the anchor is not
   * what `anchorOf` makes of a place in it.
   */
  'threads.begin': call(
    z.object({
      ...{ id, saveNumber: z.int().nonnegative(), anchor: anchorSchema, proposal: id.nullable().default(null) },
      ...{ messageId: newMessageId, text: messageTextSchema },
    }),
    z.object({ thread: threadSchema }),
  ),
  /** Answers; a resolved thread is open again then. */
  'threads.reply': call(
    z.object({ threadId, messageId: newMessageId, text: messageTextSchema }),
    z.object({ thread: threadSchema }),
  ),
  /** Changes one's own message. The audit keeps what it said before. Refused with `not-yours` for another's. */
  'threads.edit': call(
    z.object({ threadId, messageId: id, text: messageTextSchema }),
    z.object({ thread: threadSchema }),
  ),
  /** Takes one's own message back: its words are no longer shown. Refused with `not-yours` for another's. */
  'threads.takeBack': call(z.object({ threadId, messageId: id }), z.object({ thread: threadSchema })),
  'threads.resolve': call(z.object({ threadId }), z.object({ thread: threadSchema })),
  'threads.reopen': call(z.object({ threadId }), z.object({ thread: threadSchema })),
  /** The names of the people whom the store knows, for `@name`: those who wrote, reviewed, commented or proposed. */
  'threads.people': call(z.object({}), z.object({ names: z.array(z.string()) })),
}
