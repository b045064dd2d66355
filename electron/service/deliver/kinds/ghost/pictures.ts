import { z } from 'zod'
import type { GhostConfig } from '#core/export/destinations/ghost.ts'
import type { GhostPost } from '#core/export/targets/ghost/post.ts'
import type { Job } from '../../kind.ts'
import type { GhostApi } from './api.ts'
import { read } from './posts.ts'
import type { GhostRemote } from './remote.ts'

const imagesSchema = z.looseObject({ images: z.array(z.looseObject({ url: z.string() })).min(1) })

/**
 * Uploads the pictures that Ghost does not have yet, and records each.
 * @returns what is known, with their addresses.
 */
export async function sendPictures(
  api: GhostApi,
  job: Job<GhostConfig>,
  post: GhostPost,
  before: GhostRemote,
): Promise<GhostRemote> {
  const images = { ...before.images }
  for (const [index, picture] of post.pictures.entries()) {
    if (images[picture.hash] === undefined) {
      const { hash, alt, caption, credit, date, fileName, mediaType } = picture
      // One at a time, and each is recorded before the next.
      // oxlint-disable-next-line no-await-in-loop
      const bytes = new Uint8Array(await job.tools.picture(hash, { alt, caption, credit, date }))
      const form = new FormData()
      form.set('file', new Blob([bytes], { type: mediaType }), fileName)
      form.set('purpose', 'image')
      form.set('ref', hash)
      // oxlint-disable-next-line no-await-in-loop
      const answer = await api.call('POST', 'images/upload/', { body: form, name: fileName })
      const [image] = read(answer, imagesSchema).images
      images[hash] = image?.url ?? ''
    }
    job.record({ ...before, images: { ...images } }, { done: index + 1, total: post.pictures.length })
  }
  return { ...before, images }
}
