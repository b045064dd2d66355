import { z } from 'zod'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import type { ComparedText } from '#core/contract/deliveries.ts'
import { htmlLines } from '#core/export/html-lines.ts'
import type { WordpressPost } from '#core/export/targets/wordpress/post.ts'
import { withoutIsolates } from '#core/text/read-isolates.ts'
import { DeliveryProblem } from '../../problem.ts'
import { hostOf, readAnswer, type Answer, type HttpTools } from '../../http.ts'
import { isRecord, listOf, type Site } from './site.ts'

const raw = z.looseObject({ raw: z.string() })

/** A post in the context `edit`. The answer of a CMS is not trusted to be one. */
export const remotePostSchema = z.looseObject({
  id: z.int().positive(),
  link: z.string(),
  status: z.string(),
  slug: z.string(),
  modified_gmt: z.string(),
  title: raw,
  content: raw,
  excerpt: raw,
  categories: z.array(z.int()).default([]),
  tags: z.array(z.int()).default([]),
  featured_media: z.int().default(0),
  date_gmt: z.string().nullish(),
})
export type RemotePost = z.infer<typeof remotePostSchema>

const EVERY_STATUS = 'publish,future,draft,pending,private,trash'

/** @throws DeliveryProblem `not-json` for an answer that is no post. */
export function postOf(answer: Answer): RemotePost {
  const post = remotePostSchema.safeParse(answer.json)
  if (post.success) return post.data
  throw new DeliveryProblem('not-json', { host: hostOf(answer.url) })
}

/**
 * Finds the post of an article: by the id that is known, then by its slug, also in the bin, then by the class that
 * marks all our posts. A post with our slug but without that class is not ours.
 * @returns null when there is none.
 */
export async function findPost(site: Site, post: WordpressPost, knownId: number | null): Promise<RemotePost | null> {
  if (knownId !== null) {
    const answer = await site.call('GET', `wp/v2/posts/${knownId}`, { query: { context: 'edit' } })
    if (answer.status === 200) return postOf(answer)
  }
  const slugs = `${post.slug},${post.slug}__trashed`
  const search = { context: 'edit', status: EVERY_STATUS, per_page: 20 }
  for (const query of [
    { ...search, slug: slugs },
    { ...search, search: post.mark },
  ]) {
    // The second search is needed only when the first finds nothing.
    // oxlint-disable-next-line no-await-in-loop
    const found = listOf(await site.call('GET', 'wp/v2/posts', { query })).map((each) =>
      remotePostSchema.safeParse(each),
    )
    const ours = found.find(({ data }) => data?.content.raw.includes(post.mark) === true)?.data
    if (ours !== undefined) return ours
  }
  return null
}

/** @returns when a post is or was published; empty for a draft, whose date WordPress makes up. */
export function shownAt({ status, date_gmt }: RemotePost): string {
  return plainStatus(status) === 'publish' ? (date_gmt ?? '') : ''
}

const plainSlug = (slug: string): string => slug.replace(/__trashed(?:-\d+)?$/u, '')
/** A scheduled post becomes public by itself: that is no change by a person. */
const plainStatus = (status: string): string => (status === 'future' ? 'publish' : status)

/** @returns a hash that changes when anybody changes the post, except for the time at which it is published. */
export function fingerprint(post: RemotePost): string {
  const { title, content, excerpt, slug, status, categories, tags, featured_media } = post
  const sorted = [categories, tags].map((ids) => ids.toSorted((a, b) => a - b))
  return sha256Hex(
    canonicalJson([
      title.raw,
      content.raw,
      excerpt.raw,
      plainSlug(slug),
      plainStatus(status),
      ...sorted,
      featured_media,
    ]),
  )
}

/** @returns a post's text, to be compared with ours. @throws DeliveryProblem `unreadable-answer` */
export async function textOf(
  { title, excerpt, content }: RemotePost,
  http: HttpTools,
  host: string,
): Promise<ComparedText> {
  const pages = [title.raw, excerpt.raw, content.raw]
  return comparedText(await readAnswer(http, host, 'lines of HTML', pages))
}

/** Isolate characters are no words: Midad writes them, and a site may remove them. */
function comparedText(pages: readonly (readonly string[])[]): ComparedText {
  const [titles = [], excerpts = [], blocks = []] = pages.map((lines) => lines.map(withoutIsolates))
  return { title: titles.join(' '), excerpt: excerpts.join(' '), blocks }
}

/** @returns our text, to be compared with a post's. */
export function ownText(post: WordpressPost): ComparedText {
  return comparedText([post.title, post.excerpt, post.content].map(htmlLines))
}

/** @returns whether two texts have the same words. A CMS may change elements and white space. */
export function sameWords(one: ComparedText, other: ComparedText): boolean {
  const flat = ({ title, excerpt, blocks }: ComparedText): string =>
    [title, excerpt, ...blocks].join(' ').replaceAll(/\s+/gu, '')
  return flat(one) === flat(other)
}

/** @returns when the post was changed last by the site's clock, ISO 8601. */
export function changedAt(post: RemotePost): string {
  return `${post.modified_gmt}Z`
}

/** @returns the id of a term from the error that it exists already; null for any other answer. */
export function existingTerm({ json }: Answer): number | null {
  if (!isRecord(json) || json['code'] !== 'term_exists' || !isRecord(json['data'])) return null
  const id = Number(json['data']['term_id'])
  return Number.isInteger(id) && id > 0 ? id : null
}
