import sharp from 'sharp'

/** Twice the size in which lists show it, for dense screens. */
const WIDTH = 176
const HEIGHT = 132

/** The limit of `identifyImage`. sharp checks it again, because a file can declare one size and hold another. */
const MAX_PIXELS = 100_000_000
/** The largest photo takes a second; a file may be made to take hours. */
const MAX_SECONDS = 20

/**
 * Makes a small picture for lists, upright, with the part that draws the eye in it, and without metadata.
 * @returns WebP; null for a picture that is damaged or takes too long
 */
export async function thumbnail(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await sharp(bytes, { limitInputPixels: MAX_PIXELS, sequentialRead: true, failOn: 'error' })
      .timeout({ seconds: MAX_SECONDS })
      .autoOrient()
      .resize({ width: WIDTH, height: HEIGHT, fit: 'cover', position: sharp.strategy.attention })
      .webp({ quality: 72 })
      .toBuffer()
  } catch {
    // The list shows that there is a picture, and the article says what is wrong with it.
    return null
  }
}
