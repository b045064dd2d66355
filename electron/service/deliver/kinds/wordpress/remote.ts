import { z } from 'zod'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { sentMediaSchema } from './media.ts'

/** What we know of an article's post, from one delivery to the next. */
const remoteSchema = z.object({
  post: z.int().positive().nullable(),
  link: z.string().nullable(),
  /** Of what was sent last. */
  sentHash: z.string().nullable(),
  /** Of the post as it was after that: another one now means that somebody changed it. */
  fingerprint: z.string().nullable(),
  /** When it was to be shown after that; null where nobody knows. */
  shownAt: z.string().nullable(),
  /** Whether we began to write the post and have not heard how that ended. */
  writing: z.boolean(),
  /** Of the post that a person was shown as a conflict. */
  theirs: z.string().nullable(),
  theirsShownAt: z.string().nullable(),
  /** By the hash of the picture. */
  media: z.record(z.string(), sentMediaSchema),
  /** Pictures that were sent for a post that has not got them yet. */
  fresh: z.array(z.int()),
})
export type WordpressRemote = z.infer<typeof remoteSchema>

const NOTHING: WordpressRemote = {
  ...{ post: null, link: null, sentHash: null, fingerprint: null, shownAt: null, writing: false },
  ...{ theirs: null, theirsShownAt: null, media: {}, fresh: [] },
}

/** @returns what is known; nothing of what cannot be read: the post is then looked for. */
export function readRemote(remote: DeliveryProgress['remote']): WordpressRemote {
  const parsed = remoteSchema.safeParse({ ...NOTHING, ...remote })
  return parsed.success ? parsed.data : NOTHING
}
