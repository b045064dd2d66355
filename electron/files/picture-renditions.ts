import sharp, { type Sharp } from 'sharp'
import type { Asset } from '#core/article/asset.ts'
import type { Rendition } from '#core/export/renditions.ts'

/** The widths in pixels of the smaller copies that a package holds beside the original, the larger first. */
const WIDTHS = [1600, 800] as const

/** The limit of `identifyImage`. sharp checks it again, because a file can declare one size and hold another. */
const MAX_PIXELS = 100_000_000

/** What one copy may take of the clock. The largest photo takes a few seconds; a file may be made to take hours. */
const MAX_SECONDS = 300

// With SIMD the same picture could scale to different bytes on another processor.
sharp.simd(false)
sharp.cache(false)

const QUALITY = 82

/**
 * Scales a picture down to each width that is smaller than its own, turned upright by its orientation. Colour profile,
 * IPTC, XMP and EXIF are kept. Animated pictures and GIFs are not scaled: a still frame, or a scaled palette, would be
 * another picture.
 * @returns the copies, the larger first; none for a picture that is small, animated, a GIF, damaged, or takes too long
 */
export async function scaledPictures(bytes: Uint8Array, { mediaType, width }: Asset): Promise<Rendition[]> {
  const widths = WIDTHS.filter((each) => each < width)
  if (widths.length === 0 || mediaType === 'image/gif') return []
  const scaled: Rendition[] = []
  try {
    const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, sequentialRead: true, failOn: 'error' })
    if (((await source.metadata()).pages ?? 1) > 1) return []
    // oxlint-disable-next-line no-await-in-loop -- one at a time: scaling a large picture takes much memory
    for (const each of widths) scaled.push(await scale(source, each, mediaType))
  } catch {
    // A picture that is damaged, or takes too long, is exported without smaller copies, which are optional.
    return []
  }
  return scaled
}

async function scale(source: Sharp, width: (typeof WIDTHS)[number], mediaType: Asset['mediaType']): Promise<Rendition> {
  const resized = source
    .clone()
    .timeout({ seconds: MAX_SECONDS })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .keepMetadata()
  const encoded = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp, 'image/gif': png }[mediaType](resized)
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
  return { name: `${width}`, width: info.width, height: info.height, bytes: data }
}

const jpeg = (picture: Sharp): Sharp => picture.jpeg({ quality: QUALITY, progressive: true })
const png = (picture: Sharp): Sharp => picture.png({ compressionLevel: 9 })
const webp = (picture: Sharp): Sharp => picture.webp({ quality: QUALITY })
