import { z } from 'zod'
import type { WordpressPost } from '#core/export/targets/wordpress/post.ts'
import { encoded, postFormat } from '../post-format.ts'

/** 2: the title, the excerpt and the words of pictures are HTML as WordPress rewrites it. */
const FORMAT = 2

const html = encoded<'wordpress'>()

const postSchema: z.ZodType<WordpressPost> = z.object({
  ...{ mark: z.string(), title: html, slug: z.string(), excerpt: html, content: html, category: z.string() },
  ...{ tags: z.array(z.string()), authors: z.array(z.string()).optional() },
  media: z.array(
    z.object({
      ...{ hash: z.string(), slug: z.string(), fileName: z.string(), mediaType: z.string() },
      ...{ alt: z.string(), caption: z.string(), credit: z.string(), date: z.string() },
      fields: z.object({ title: html, alt_text: html, caption: html, description: html }),
    }),
  ),
  ...{ featured: z.string().nullable(), embargo: z.string().nullable() },
})

/** How a post for WordPress waits in the queue. */
export const wordpressPayload = postFormat(FORMAT, postSchema)
