import { z } from 'zod'

/** What the service reports to every window, so that each shows the present state. */
export const changeSchema = z.discriminatedUnion('type', [
  /** `by` is the client whose call changed it, so that a window can ignore its own echo. */
  z.object({ type: z.literal('article-changed'), id: z.string(), by: z.string() }),
  /** The threads of an article, or its proposals; `by` as above. A thread is no change of the article. */
  z.object({ type: z.literal('threads-changed'), id: z.string(), by: z.string() }),
  z.object({ type: z.literal('proposals-changed'), id: z.string(), by: z.string() }),
  /** An assignment of an article, or what a person read; `by` as above. */
  z.object({ type: z.literal('desk-changed'), id: z.string(), by: z.string() }),
  /**
   * The edit lock of an article was given back: a read-only window may ask for it. `by` is the client that had it; null
   * for one that is gone.
   */
  z.object({ type: z.literal('article-released'), id: z.string(), by: z.string().nullable() }),
  /** The search index caught up with the saves: lists and searches may show more. */
  z.object({ type: z.literal('index-changed') }),
  z.object({ type: z.literal('settings-changed') }),
  z.object({ type: z.literal('destinations-changed') }),
  /** How a delivery stands; `id` is its article's. */
  z.object({ type: z.literal('delivery-changed'), id: z.string(), deliveryId: z.string() }),
  /** Progress of the long work that a window gave this name. */
  z.object({ type: z.literal('progress'), job: z.string(), done: z.int(), total: z.int() }),
  /** A backup was made or failed, or something was recovered: windows ask for `store.status` again. */
  z.object({ type: z.literal('store-changed') }),
])
export type Change = z.infer<typeof changeSchema>
