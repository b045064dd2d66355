import { z } from 'zod'
import { assetSchema } from '../article/asset.ts'
import { base64Schema } from './base64.ts'
import { call } from './call.ts'

/** The largest picture that is taken in, in bytes. */
export const MAX_IMAGE_BYTES = 40 * 1024 * 1024

/** What a picture's own metadata says; empty where it says nothing. */
export const pictureDescriptionSchema = z.object({
  caption: z.string().max(5000),
  credit: z.string().max(1000),
  alt: z.string().max(2000),
  /** When it was taken according to the file: an ISO 8601 date or time. */
  date: z.string().max(40),
})
export type PictureDescription = z.infer<typeof pictureDescriptionSchema>

export const assetsCalls = {
  /** Stores a picture under its hash and returns its type, size and metadata. The type is taken from the bytes, never the name. */
  'assets.add': call(
    z.object({ name: z.string().max(255), bytes: base64Schema }),
    z.object({ asset: assetSchema, description: pictureDescriptionSchema }),
  ),
  /** A small picture for lists; null where none can be made of it. */
  'assets.thumbnail': call(
    z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/u) }),
    z.object({ mediaType: z.literal('image/webp'), bytes: base64Schema }).nullable(),
  ),
  'assets.read': call(
    z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/u) }),
    z.object({ mediaType: z.string(), bytes: base64Schema }),
  ),
}
