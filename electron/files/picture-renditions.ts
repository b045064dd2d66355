import sharp, { type Sharp } from 'sharp'
import type { Asset } from '#core/article/asset.ts'
import type { Rendition } from '#core/export/renditions.ts'

/** The widths in pixels in which a picture travels beside its original, the larger first. */
const WIDTHS = [1600, 800] as const

/** As `identifyImage` has it; sharp counts again, for a file can say one size and hold another. */
const MAX_PIXELS = 100_000_000

// Without these the same picture could scale to other bytes on another processor.
sharp.simd(false)
sharp.cache(false)

const QUALITY = 82

/**
 * Scales a picture down to each width that it is wider than, upright as its camera was held. Colour profile, IPTC, XMP
 * and EXIF stay. What moves stays as it is, and so does every GIF: a still, or a scaled palette, is another picture.
 * @returns the larger first; none for a picture that is small, moves, or cannot be read to its end.
 */
export async function scaledPictures(bytes: Uint8Array, { mediaType, width }: Asset): Promise<Rendition[]> {
  const widths = WIDTHS.filter((each) => each < width)
  if (widths.length === 0 || mediaType === 'image/gif') return []
  const scaled: Rendition[] = []
  try {
    const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, sequentialRead: true, failOn: 'error' })
    if (((await source.metadata()).pages ?? 1) > 1) return []
    // oxlint-disable-next-line no-await-in-loop -- one at a time: a large picture fills the memory while it is scaled
    for (const each of widths) scaled.push(await scale(source, each, mediaType))
  } catch {
    // A picture that is damaged inside still travels as it is; smaller copies of it are a convenience.
    return []
  }
  return scaled
}

async function scale(source: Sharp, width: (typeof WIDTHS)[number], mediaType: Asset['mediaType']): Promise<Rendition> {
  const resized = source.clone().autoOrient().resize({ width, withoutEnlargement: true }).keepMetadata()
  const encoded = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp, 'image/gif': png }[mediaType](resized)
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
  return { name: `${width}`, width: info.width, height: info.height, bytes: data }
}

const jpeg = (picture: Sharp): Sharp => picture.jpeg({ quality: QUALITY, progressive: true })
const png = (picture: Sharp): Sharp => picture.png({ compressionLevel: 9 })
const webp = (picture: Sharp): Sharp => picture.webp({ quality: QUALITY })
