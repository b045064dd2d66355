import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import type { WordpressMedia } from '#core/export/targets/wordpress/media.ts'
import { hostOf, type Answer } from '../../http.ts'
import { DeliveryProblem } from '../../problem.ts'
import { listOf, type Site } from './site.ts'

/** A picture in the site's media library. */
export const sentMediaSchema = z.object({
  id: z.int().positive(),
  url: z.string(),
  /** Hash of the title, alternative text, caption and credit that it was given. */
  words: z.string(),
})
export type SentMedia = z.infer<typeof sentMediaSchema>

const remoteMediaSchema = z.looseObject({ id: z.int().positive(), slug: z.string(), source_url: z.string() })
type RemoteMedia = z.infer<typeof remoteMediaSchema>

/** @returns the hash of a picture's title, alternative text, caption and credit. */
export function wordsHash({ fields }: Pick<WordpressMedia, 'fields'>): string {
  return sha256Hex(canonicalJson(fields))
}

function read(answer: Answer): RemoteMedia {
  const media = remoteMediaSchema.safeParse(answer.json)
  if (media.success) return media.data
  throw new DeliveryProblem('not-json', { host: hostOf(answer.url) })
}

/** @returns which of these pictures are still in the media library, by id. */
export async function presentMedia(site: Site, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const query = { include: ids.join(','), per_page: 100, _fields: 'id' }
  return new Set(listOf(await site.call('GET', 'wp/v2/media', { query })).map(({ id }) => Number(id)))
}

/** Finds a picture that an earlier attempt sent without recording its answer. */
async function findMedia(site: Site, { slug }: WordpressMedia): Promise<RemoteMedia | null> {
  const found = listOf(await site.call('GET', 'wp/v2/media', { query: { slug, per_page: 1 } }))
  return found.map((each) => remoteMediaSchema.safeParse(each).data).find((each) => each !== undefined) ?? null
}

/** Uploads a picture, unless the site has it. @param bytes called only when the picture is uploaded */
export async function sendMedia(
  site: Site,
  media: WordpressMedia,
  bytes: () => Promise<Uint8Array>,
): Promise<SentMedia> {
  const there = await findMedia(site, media)
  if (there !== null) return writeWords(site, media, there.id)
  const content = await bytes()
  const form = new FormData()
  for (const [name, value] of Object.entries(media.fields)) form.set(name, value)
  form.set('slug', media.slug)
  form.set('file', new Blob([new Uint8Array(content)], { type: media.mediaType }), media.fileName)
  const answer = await site.call('POST', 'wp/v2/media', {
    body: form,
    // WordPress then refuses a file that was truncated in transit.
    headers: { 'content-md5': createHash('md5').update(content).digest('hex') },
    name: media.fileName,
  })
  const sent = read(answer)
  // In place of an empty caption WordPress takes the one in the file, which anybody may have written, as HTML.
  if (media.fields.caption === '') return writeWords(site, media, sent.id)
  return { id: sent.id, url: sent.source_url, words: wordsHash(media) }
}

/** Updates the texts of a picture that the site has. */
export async function writeWords(site: Site, media: WordpressMedia, id: number): Promise<SentMedia> {
  const sent = read(await site.call('POST', `wp/v2/media/${id}`, { body: media.fields }))
  return { id: sent.id, url: sent.source_url, words: wordsHash(media) }
}

/** Deletes a picture for good: pictures have no bin. One that is gone already is no error. */
export async function removeMedia(site: Site, id: number): Promise<void> {
  await site.call('DELETE', `wp/v2/media/${id}`, { query: { force: 'true' } })
}
