import type { PictureDescription } from '#core/contract/assets.ts'
import { cleanText } from '../picture-description/metadata-text.ts'
import { metadataBlocks } from '../picture-description/metadata-blocks.ts'
import { divideXmp, readExtendedXmp } from './divided-xmp.ts'
import { withoutPlace } from './exif.ts'
import { rewriteGif } from './gif.ts'
import { writeIptc } from './iptc.ts'
import { rewriteJpeg } from './jpeg.ts'
import { rewritePng } from './png.ts'
import type { Rewrite } from './rewrite.ts'
import { rewriteWebp } from './webp.ts'
import { writeXmp } from './xmp.ts'

function rewriter(bytes: Buffer): ((bytes: Buffer, rewrite: Rewrite) => Buffer | null) | null {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\u00FF\u00D8')) return rewriteJpeg
  if (head.startsWith('\u0089PNG')) return rewritePng
  if (/^RIFF.{4}WEBP/su.test(head)) return rewriteWebp
  return head.startsWith('GIF8') ? rewriteGif : null
}

/**
 * Writes caption, credit, alternative text and date into a picture (IPTC Photo Metadata Standard): into XMP whole, and
 * in a JPEG into IPTC-IIM too, which WordPress and older programs read, as far as its short fields reach. The pixels
 * stay as they are, byte for byte; so does what others wrote, but for what tells where the picture was taken, small
 * copies of it, and whatever hangs behind its end. An empty date leaves the picture's own.
 * @param bytes JPEG, PNG, WebP or GIF
 * @returns the picture with its words, the same every time; null for one that is damaged, which is not touched
 */
export function describePicture(bytes: Uint8Array, description: PictureDescription): Uint8Array | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const words = {
    caption: cleanText(description.caption, 5000),
    credit: cleanText(description.credit, 490),
    alt: cleanText(description.alt, 2000),
    date: description.date,
  }
  const old = metadataBlocks(buffer)
  const rewrite: Rewrite = {
    xmp: () => writeXmp(old.xmp, words),
    dividedXmp: (limit, parts) => divideXmp(old.xmp, words, limit, readExtendedXmp(old.xmp, parts)),
    photoshop: () => writeIptc(old.photoshop, words),
    exif: withoutPlace,
  }
  return rewriter(buffer)?.(buffer, rewrite) ?? null
}
