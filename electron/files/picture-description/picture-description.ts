import type { PictureDescription } from '#core/contract/assets.ts'
import { readExif } from './exif.ts'
import { readIptc } from './iptc.ts'
import { metadataBlocks } from './metadata-blocks.ts'
import type { MetadataFields } from './metadata-fields.ts'
import { cleanText } from './metadata-text.ts'
import { readXmp } from './xmp.ts'

/** «Photographer / Agency», or whichever of the two there is; once where both say the same. */
function creditOf(maker: string, house: string): string {
  if (maker === '' || house.includes(maker)) return house
  return house === '' || maker.includes(house) ? maker : `${maker} / ${house}`
}

/** @returns the first text that says something; one with letters that were lost only when there is no other. */
function firstOf(texts: readonly string[], longest: number): string {
  const clean = texts.map((text) => cleanText(text, longest)).filter((text) => text !== '')
  return clean.find((text) => !text.includes('\uFFFD')) ?? clean[0] ?? ''
}

/**
 * Reads what a picture says of itself (IPTC Photo Metadata Standard): in XMP first, then in IPTC-IIM, which older
 * programs write, and in EXIF, which cameras write, only where neither says anything. A headline stands in for a
 * caption, and the rights for a credit, when there is no other.
 * @param bytes a picture, sound or damaged
 * @returns caption, credit, text for those who cannot see it, and date; empty where nothing is said. Never throws.
 */
export function readPictureDescription(bytes: Uint8Array): PictureDescription {
  const blocks = metadataBlocks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const [xmp, iptc, exif] = [readXmp(blocks.xmp), readIptc(blocks.photoshop), readExif(blocks.exif)]
  const read = (field: keyof MetadataFields): string[] => [xmp[field], iptc[field], exif[field]]
  const credit = creditOf(
    firstOf(read('creator'), 500),
    firstOf([xmp.credit, iptc.credit, xmp.source, iptc.source], 490),
  )
  return {
    caption: firstOf([xmp.caption, iptc.caption, xmp.headline, iptc.headline, exif.caption], 5000),
    credit: credit === '' ? firstOf(read('rights'), 1000) : credit,
    alt: firstOf([xmp.alt], 2000),
    date: xmp.date || iptc.date || exif.date,
  }
}
