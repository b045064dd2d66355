import { z } from 'zod'
import type { GhostPost } from '#core/export/targets/ghost/post.ts'
import { encoded, postFormat } from '../post-format.ts'

/** 2: the caption of the featured picture is HTML. */
const FORMAT = 2

const text = encoded<'text'>()
const html = encoded<'html'>()
const name = encoded<'name'>()

const postSchema: z.ZodType<GhostPost> = z.object({
  ...{ mark: z.string(), title: text, slug: z.string(), excerpt: text, html },
  ...{ tags: z.array(name), authors: z.array(z.string()).optional() },
  pictures: z.array(
    z.object({
      ...{ hash: z.string(), fileName: z.string(), mediaType: z.string(), place: z.string() },
      ...{ alt: z.string(), caption: z.string(), credit: z.string(), date: z.string() },
    }),
  ),
  featured: z.object({ hash: z.string(), alt: text, caption: html }).nullable(),
  ...{ metaTitle: text, metaDescription: text, embargo: z.string().nullable() },
})

/** How a post for Ghost waits in the queue. */
export const ghostPayload = postFormat(FORMAT, postSchema)
