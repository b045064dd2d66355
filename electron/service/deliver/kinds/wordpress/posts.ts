import { z } from 'zod'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import type { ComparedText } from '#core/contract/deliveries.ts'
import { htmlLines } from '#core/export/compared.ts'
import type { WordpressPost } from '#core/export/targets/wordpress/post.ts'
import { DeliveryProblem } from '../../problem.ts'
import { hostOf, type Answer } from '../../http.ts'
import { isRecord, listOf, type Site } from './site.ts'

const raw = z.looseObject({ raw: z.string() })

/** A post as its editor sees it; the answer of a CMS is not trusted to be one. */
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
 * Finds the post of an article: by the number that we remember, then by its slug, the bin included, then by the class that
 * marks whatever we send. One with our slug that is not ours is left alone.
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
    // The first that finds it is enough.
    // oxlint-disable-next-line no-await-in-loop
    const found = listOf(await site.call('GET', 'wp/v2/posts', { query })).map((each) =>
      remotePostSchema.safeParse(each),
    )
    const ours = found.find(({ data }) => data?.content.raw.includes(post.mark) === true)?.data
    if (ours !== undefined) return ours
  }
  return null
}

/** @returns when readers see it, or saw it first; of a draft nothing, for it has a date that nobody gave it. */
export function shownAt({ status, date_gmt }: RemotePost): string {
  return plainStatus(status) === 'publish' ? (date_gmt ?? '') : ''
}

const plainSlug = (slug: string): string => slug.replace(/__trashed(?:-\d+)?$/u, '')
/** A scheduled post becomes public by itself: that is nobody's change. */
const plainStatus = (status: string): string => (status === 'future' ? 'publish' : status)

/** @returns what tells whether anybody changed a post since, but for the time at which it is shown. */
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

/** @returns a post's text, to be compared with ours. */
export function textOf(post: RemotePost): ComparedText {
  return {
    title: htmlLines(post.title.raw).join(' '),
    excerpt: htmlLines(post.excerpt.raw).join(' '),
    blocks: htmlLines(post.content.raw),
  }
}

/** @returns our text as it is compared. */
export function ownText(post: WordpressPost): ComparedText {
  return {
    title: post.title.replaceAll(/\s+/gu, ' '),
    excerpt: post.excerpt.replaceAll(/\s+/gu, ' '),
    blocks: htmlLines(post.content),
  }
}

/** @returns whether two texts have the same words: what a CMS does to elements and white space counts for nothing. */
export function sameWords(one: ComparedText, other: ComparedText): boolean {
  const flat = ({ title, excerpt, blocks }: ComparedText): string =>
    [title, excerpt, ...blocks].join(' ').replaceAll(/\s+/gu, '')
  return flat(one) === flat(other)
}

/** @returns the moment of the last change as the site has it, in ISO 8601. */
export function changedAt(post: RemotePost): string {
  return `${post.modified_gmt}Z`
}

/** @returns the number in an error's data, as WordPress gives it for a term that is there already. */
export function existingTerm({ json }: Answer): number | null {
  if (!isRecord(json) || json['code'] !== 'term_exists' || !isRecord(json['data'])) return null
  const id = Number(json['data']['term_id'])
  return Number.isInteger(id) && id > 0 ? id : null
}
