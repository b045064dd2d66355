import { z } from 'zod'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { sentMediaSchema } from './media.ts'

/** What is known of an article's post, from one delivery to the next. */
const remoteSchema = z.object({
  post: z.int().positive().nullable(),
  link: z.string().nullable(),
  /** The hash of the post that was sent last, as `postHash` makes it. */
  sentHash: z.string().nullable(),
  /** The fingerprint of the post after that. If the post has another now, somebody changed it. */
  fingerprint: z.string().nullable(),
  /** When the post was to be published after that; null when that is not known. */
  shownAt: z.string().nullable(),
  /** Whether a request that writes the post was sent, and its answer never came. */
  writing: z.boolean(),
  /** The fingerprint of the post that a person was shown as a conflict, and when it was to be published. */
  theirs: z.string().nullable(),
  theirsShownAt: z.string().nullable(),
  /** By the hash of the picture. */
  media: z.record(z.string(), sentMediaSchema),
  /** The ids of pictures that were uploaded, and that the post does not show yet. */
  fresh: z.array(z.int()),
})
export type WordpressRemote = z.infer<typeof remoteSchema>

/** What is known where there is no post. */
export const NO_POST = {
  ...{ post: null, link: null, sentHash: null, fingerprint: null, shownAt: null, writing: false },
  ...{ theirs: null, theirsShownAt: null },
}

const NOTHING: WordpressRemote = { ...NO_POST, media: {}, fresh: [] }

/** @returns what is known; nothing when it cannot be read: the post is then looked for. */
export function readRemote(remote: DeliveryProgress['remote']): WordpressRemote {
  const parsed = remoteSchema.safeParse({ ...NOTHING, ...remote })
  return parsed.success ? parsed.data : NOTHING
}
