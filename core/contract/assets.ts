import { z } from 'zod'
import { assetSchema } from '../article/asset.ts'
import { call } from './call.ts'

/** The largest picture that is taken in, in bytes. */
export const MAX_IMAGE_BYTES = 40 * 1024 * 1024

export const assetsCalls = {
  /** Stores a picture under its hash, and says what it is. The bytes decide the type, never the name. */
  'assets.add': call(z.object({ name: z.string().max(255), bytes: z.base64() }), assetSchema),
  'assets.read': call(
    z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/u) }),
    z.object({ mediaType: z.string(), bytes: z.base64() }),
  ),
}
