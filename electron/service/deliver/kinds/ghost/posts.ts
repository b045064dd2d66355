import { z } from 'zod'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import type { ComparedText } from '#core/contract/deliveries.ts'
import { htmlLines } from '#core/export/html-lines.ts'
import type { GhostPost } from '#core/export/targets/ghost/post.ts'
import { withoutIsolates } from '#core/text/read-isolates.ts'
import { hostOf, readAnswer, type Answer, type HttpTools } from '../../http.ts'
import { DeliveryProblem } from '../../problem.ts'
import type { GhostApi } from './api.ts'
import type { GhostRemote } from './remote.ts'

/** A post as the Admin API returns it. The answer of a CMS is not trusted to be one. */
const postSchema = z.looseObject({
  id: z.string().min(1).max(64),
  url: z.string(),
  status: z.string(),
  slug: z.string(),
  title: z.string(),
  lexical: z.string().nullish(),
  html: z.string().nullish(),
  custom_excerpt: z.string().nullish(),
  feature_image: z.string().nullish(),
  published_at: z.string().nullish(),
  updated_at: z.string(),
  tags: z.array(z.looseObject({ name: z.string() })).default([]),
})
export type Post = z.infer<typeof postSchema>
const postsSchema = z.looseObject({ posts: z.array(postSchema) })

/** The query that asks for everything a post is compared by. */
export const WITH_TEXT = { formats: 'html,lexical', include: 'tags' }

/** @returns the JSON of an answer. @throws DeliveryProblem `not-json` when it is not what the schema says. */
export function read<T>(answer: Answer, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(answer.json)
  if (parsed.success) return parsed.data
  throw new DeliveryProblem('not-json', { host: hostOf(answer.url) })
}

/** @returns the first post of an answer; undefined when it holds none. @throws DeliveryProblem `not-json` */
export function firstPost(answer: Answer): Post | undefined {
  return read(answer, postsSchema).posts[0]
}

/**
 * Finds a post by the id that is known, then by the private tag that marks all our posts.
 * @returns null when there is none.
 */
export async function findPost(api: GhostApi, mark: string, known: string | null): Promise<Post | null> {
  if (known !== null) {
    const answer = await api.call('GET', `posts/${encodeURIComponent(known)}/`, { query: WITH_TEXT })
    if (answer.status === 200) return firstPost(answer) ?? null
  }
  const filter = `tag:hash-${mark}+status:[draft,scheduled,published,sent]`
  const answer = await api.call('GET', 'posts/', { query: { ...WITH_TEXT, filter, limit: '1' } })
  return firstPost(answer) ?? null
}

/** A scheduled post becomes public by itself: that is no change by a person. */
const plainStatus = (status: string): string => (status === 'scheduled' ? 'published' : status)

/** @returns a hash that changes when anybody changes the post, except for the time at which it is published. */
export function fingerprint(post: Post): string {
  const { title, lexical, custom_excerpt, slug, feature_image, tags } = post
  const values = [title, lexical ?? '', custom_excerpt ?? '', slug, feature_image ?? '', plainStatus(post.status)]
  return sha256Hex(canonicalJson([...values, tags.map(({ name }) => name).toSorted()]))
}

/** @returns when a scheduled post will be published, in whole seconds as Ghost keeps it; empty for any other post. */
export function shownAt({ status, published_at: at }: Post): string {
  const time = status === 'scheduled' && typeof at === 'string' ? Date.parse(at) : Number.NaN
  return Number.isNaN(time) ? '' : new Date(Math.floor(time / 1000) * 1000).toISOString()
}

/** @returns what is remembered of a post, to see later whether anybody changed it. */
export function snapshot(post: Post): Pick<GhostRemote, 'fingerprint' | 'shownAt'> {
  return { fingerprint: fingerprint(post), shownAt: shownAt(post) }
}

/** @returns a post's text, to be compared with ours. @throws DeliveryProblem `unreadable-answer` */
export async function textOf(post: Post, http: HttpTools, host: string): Promise<ComparedText> {
  const [blocks = []] = await readAnswer(http, host, 'lines of HTML', [post.html ?? ''])
  return withoutIsolateCharacters({ title: post.title, excerpt: post.custom_excerpt ?? '', blocks })
}

/** Midad writes them, and they are no words. */
function withoutIsolateCharacters({ title, excerpt, blocks }: ComparedText): ComparedText {
  return { title: withoutIsolates(title), excerpt: withoutIsolates(excerpt), blocks: blocks.map(withoutIsolates) }
}

/** @returns our text, to be compared with a post's. */
export function ownText({ title, excerpt, html }: GhostPost): ComparedText {
  return withoutIsolateCharacters({ title, excerpt, blocks: htmlLines(html) })
}

/** @returns whether the text of a post has the words of ours. White space counts for nothing. */
export function hasSameWords(theirs: ComparedText, post: GhostPost): boolean {
  const flat = ({ title, excerpt, blocks }: ComparedText): string =>
    [title, excerpt, ...blocks].join('').replaceAll(/\s+/gu, '')
  return flat(theirs) === flat(ownText(post))
}

/** @returns whether a post is public, or will be. */
export function isLive({ status }: Post): boolean {
  return status === 'published' || status === 'scheduled'
}
