import { containerOf } from './containers/container-of.ts'
import { readExif } from './exif/read-exif.ts'
import { redactExif } from './exif/redact-exif.ts'
import { LONGEST, NO_FIELDS, type MetadataFields, type PictureMetadata } from './fields/metadata-fields.ts'
import { readIptc } from './iptc/read-iptc.ts'
import { writeIptc } from './iptc/write-iptc.ts'
import { cleanText } from './text/clean-text.ts'
import { joinExtendedXmp } from './xmp/extended-xmp.ts'
import { readXmp } from './xmp/read-xmp.ts'
import { writeXmp } from './xmp/write-xmp.ts'

export type { PictureMetadata }

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** @returns `photographer / agency`, or one of the two where the other is empty or says the same. */
function creditOf(creator: string, agency: string): string {
  if (creator === '' || agency.includes(creator)) return agency
  return agency === '' || creator.includes(agency) ? creator : `${creator} / ${agency}`
}

/** @returns the first text that is not empty. A text with undecodable letters comes last. */
function firstOf(texts: readonly string[], longest: number): string {
  const clean = texts.map((text) => cleanText(text, longest)).filter((text) => text !== '')
  return clean.find((text) => !text.includes('\uFFFD')) ?? clean[0] ?? ''
}

function combine(xmp: MetadataFields, iptc: MetadataFields, exif: MetadataFields): PictureMetadata {
  const credit = creditOf(
    firstOf([xmp.creator, iptc.creator, exif.creator], LONGEST.creator),
    firstOf([xmp.credit, iptc.credit, xmp.source, iptc.source], LONGEST.credit),
  )
  return {
    caption: firstOf([xmp.caption, iptc.caption, xmp.headline, iptc.headline, exif.caption], LONGEST.caption),
    credit: credit === '' ? firstOf([xmp.rights, iptc.rights, exif.rights], LONGEST.rights) : credit,
    alt: firstOf([xmp.alt], LONGEST.alt),
    date: xmp.date || iptc.date || exif.date,
  }
}

/**
 * Reads what a picture's file says about it (IPTC Photo Metadata Standard). XMP comes first, then IPTC-IIM, which older
 * programs write, then EXIF, which cameras write. A headline stands in for a missing caption, and the rights for a
 * missing credit.
 * @param bytes JPEG, PNG, WebP or GIF, sound or damaged; of a damaged file what stands before the damage is read
 * @returns the metadata; all fields are empty for any other file. Never throws.
 */
export function readPictureMetadata(bytes: Uint8Array): PictureMetadata {
  const blocks = containerOf(bufferOf(bytes))?.read(bufferOf(bytes))
  if (blocks === undefined) return combine(NO_FIELDS, NO_FIELDS, NO_FIELDS)
  return combine(readXmp(blocks.xmp), readIptc(blocks.photoshop), readExif(blocks.exif))
}

/**
 * Writes caption, credit, alternative text and date into a picture: whole into XMP, and in a JPEG into IPTC-IIM too,
 * shortened to its fields. The pixels and the metadata of others are kept. GPS positions, thumbnails and data after the
 * end of the picture are removed; the README lists all that is.
 * @param bytes JPEG, PNG, WebP or GIF
 * @param metadata an empty date keeps the picture's own; any other empty field clears the picture's
 * @returns the new file, the same for the same input; null for a damaged file or another format
 */
export function writePictureMetadata(bytes: Uint8Array, metadata: PictureMetadata): Uint8Array | null {
  const picture = bufferOf(bytes)
  const container = containerOf(picture)
  if (container === null) return null
  const words = {
    caption: cleanText(metadata.caption, LONGEST.caption),
    credit: cleanText(metadata.credit, LONGEST.credit),
    alt: cleanText(metadata.alt, LONGEST.alt),
    date: metadata.date,
  }
  const old = container.read(picture)
  return container.write(picture, {
    xmp: (limit) => writeXmp(old.xmp, joinExtendedXmp(old.xmp, old.extendedXmp), words, limit),
    photoshop: () => writeIptc(old.photoshop, words),
    exif: redactExif,
  })
}
