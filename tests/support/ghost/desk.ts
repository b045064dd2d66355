import { z } from 'zod'
import { newsroom, type Newsroom } from '#tests/support/newsroom.ts'
import type { Ghost } from './start.ts'

const postSchema = z.object({
  ...{ id: z.string(), url: z.string(), slug: z.string(), title: z.string(), status: z.string() },
  ...{ html: z.string().nullable(), lexical: z.string(), custom_excerpt: z.string().nullable() },
  feature_image: z.string().nullable(),
  feature_image_alt: z.string().nullable(),
  feature_image_caption: z.string().nullable(),
  ...{ published_at: z.string().nullable(), updated_at: z.string() },
  tags: z.array(z.object({ name: z.string(), slug: z.string(), visibility: z.string() })),
  authors: z.array(z.object({ email: z.string(), slug: z.string() })),
})
export type StoredPost = z.infer<typeof postSchema>
const postsSchema = z.object({ posts: z.array(postSchema) })

export type Desk = Newsroom & {
  /** @returns the posts of the article, as Ghost has them. */
  posts: () => Promise<StoredPost[]>
  /** Changes the post as the owner does in Ghost's editor. @throws Error unless there is one. */
  change: (fields: Partial<StoredPost>) => Promise<void>
  /** Deletes the post for good, as the owner. */
  remove: () => Promise<void>
}

/**
 * @param prefix of the article's id: the site tells articles apart by their ids
 * @param send in place of `fetch`, to come between two requests
 * @returns a newsroom whose destination is a real Ghost. Its clock is the machine's, as Ghost's is.
 */
export async function deskAt(
  ghost: Ghost,
  prefix: string,
  authors: Record<string, string> = {},
  send: typeof fetch = fetch,
): Promise<Desk> {
  const config = { kind: 'ghost', address: ghost.url, sections: { سياسة: 'الشأن السياسي' }, authors } as const
  const news = await newsroom(config, ghost.key, {
    ...{ prefix, now: () => new Date().toISOString(), sending: { fetch: send } },
  })
  const posts = async (): Promise<StoredPost[]> => {
    const query = `filter=tag:hash-midad-${news.id}&formats=html,lexical&include=tags,authors`
    return postsSchema.parse(await ghost.asOwner('GET', `posts/?${query}`)).posts
  }
  const only = async (): Promise<StoredPost> => {
    const [post, ...others] = await posts()
    if (post === undefined || others.length > 0) throw new Error(`There are ${others.length + 1} posts or none`)
    return post
  }
  return {
    ...news,
    posts,
    async change(fields) {
      const { id, updated_at } = await only()
      await ghost.asOwner('PUT', `posts/${id}/`, { posts: [{ updated_at, ...fields }] })
    },
    remove: async () => void (await ghost.asOwner('DELETE', `posts/${(await only()).id}/`)),
  }
}
