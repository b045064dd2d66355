import { z } from 'zod'

/** The picture formats that every browser and CMS shows. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const

/** A reference to a stored picture. The bytes are in a file beside the database, named by their hash. */
export const assetSchema = z.looseObject({
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
  mediaType: z.enum(IMAGE_TYPES),
  /** In pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** In bytes. */
  size: z.int().positive(),
  /** The name of the imported file. Shown to people, never used as a path. */
  name: z.string().max(255),
})

export type Asset = z.infer<typeof assetSchema>
