import { inflateSync } from 'node:zlib'

/** The blocks of a picture's file that speak of it, undecoded; empty where it has none. */
export type MetadataBlocks = { photoshop: Buffer; xmp: Buffer; exif: Buffer }

/** An XMP packet that is longer was made to exhaust something. */
export const MAX_XMP = 1_000_000
/** What Photoshop keeps beside IPTC (paths, thumbnails) may be large, but not without end. */
const MAX_PHOTOSHOP = 8_000_000

const EMPTY = Buffer.alloc(0)
export const EXIF_MARK = Buffer.from('Exif\0\0', 'latin1')

/** @returns what follows the mark at the beginning, or null when the beginning is another. */
function after(content: Buffer, mark: Buffer): Buffer | null {
  return content.subarray(0, mark.length).equals(mark) ? content.subarray(mark.length) : null
}

/** In PNG and WebP EXIF has no mark, but some programs put JPEG's in front there too. */
export function tiffOf(content: Buffer): Buffer {
  return after(content, EXIF_MARK) ?? content
}

export const JPEG_XMP = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1')
export const JPEG_PHOTOSHOP = Buffer.from('Photoshop 3.0\0', 'latin1')

/** JPEG (ITU-T T.81, annex B; XMP part 3, 1.1.3): EXIF and XMP in APP1, Photoshop's resources in as many APP13. */
function ofJpeg(bytes: Buffer): MetadataBlocks {
  const found: MetadataBlocks = { photoshop: EMPTY, xmp: EMPTY, exif: EMPTY }
  const photoshop: Buffer[] = []
  let collected = 0
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // A marker may be filled up in front with any number of these.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    // From the start of the scan on there is only picture; a length under two is damage.
    if (marker === 0xda || marker === 0xd9 || length < 2) break
    if (marker === 0xe1) {
      const content = bytes.subarray(at + 4, at + 2 + length)
      if (found.xmp.length === 0) found.xmp = after(content, JPEG_XMP) ?? EMPTY
      if (found.exif.length === 0) found.exif = after(content, EXIF_MARK) ?? EMPTY
    }
    if (marker === 0xed && collected < MAX_PHOTOSHOP) {
      const part = after(bytes.subarray(at + 4, at + 2 + length), JPEG_PHOTOSHOP) ?? EMPTY
      collected += part.length
      if (part.length > 0) photoshop.push(part)
    }
    at += 2 + length
  }
  return { ...found, photoshop: Buffer.concat(photoshop) }
}

export const PNG_XMP = Buffer.from('XML:com.adobe.xmp\0', 'latin1')

/** PNG (third edition, 11.3; XMP part 3, 1.1.5): XMP in an `iTXt` chunk, EXIF in `eXIf`. */
function ofPng(bytes: Buffer): MetadataBlocks {
  const found: MetadataBlocks = { photoshop: EMPTY, xmp: EMPTY, exif: EMPTY }
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.readUInt32BE(at + 4)
    const content = (): Buffer => bytes.subarray(at + 8, at + 8 + length)
    if (type === 0x69545874 && found.xmp.length === 0) found.xmp = internationalText(after(content(), PNG_XMP) ?? EMPTY)
    if (type === 0x65584966 && found.exif.length === 0) found.exif = tiffOf(content())
    at += 12 + length
  }
  return found
}

/** @returns the text of an `iTXt` chunk after its keyword: flag, method, language, translated keyword, text. */
function internationalText(content: Buffer): Buffer {
  const language = content.indexOf(0, 2)
  const keyword = language === -1 ? -1 : content.indexOf(0, language + 1)
  if (keyword === -1) return EMPTY
  const text = content.subarray(keyword + 1)
  if (content[0] === 0) return text
  try {
    return inflateSync(text, { maxOutputLength: MAX_XMP })
  } catch {
    // Damaged, or a bomb: either way it says nothing.
    return EMPTY
  }
}

/** WebP (RFC 9649, 2.7): chunks `XMP ` and `EXIF`, filled up to an even number of bytes. */
function ofWebp(bytes: Buffer): MetadataBlocks {
  const found: MetadataBlocks = { photoshop: EMPTY, xmp: EMPTY, exif: EMPTY }
  let at = 12
  while (at + 8 <= bytes.length) {
    const type = bytes.readUInt32BE(at)
    const length = bytes.readUInt32LE(at + 4)
    const content = (): Buffer => bytes.subarray(at + 8, at + 8 + length)
    if (type === 0x584d5020 && found.xmp.length === 0) found.xmp = content()
    if (type === 0x45584946 && found.exif.length === 0) found.exif = tiffOf(content())
    at += 8 + length + (length % 2)
  }
  return found
}

export const GIF_XMP = Buffer.from('\u0021\u00FF\u000BXMP DataXMP', 'latin1')
const GIF_TRAILER = Buffer.from([0x01, 0xff, 0xfe, 0xfd])

/** GIF (XMP part 3, 1.1.2): the bare packet in an application extension, with a trailer that ends it as sub-blocks. */
function ofGif(bytes: Buffer): MetadataBlocks {
  const start = bytes.indexOf(GIF_XMP)
  const end = start === -1 ? -1 : bytes.indexOf(GIF_TRAILER, start)
  const xmp = end === -1 ? EMPTY : bytes.subarray(start + GIF_XMP.length, end)
  return { photoshop: EMPTY, xmp, exif: EMPTY }
}

/**
 * Finds the metadata of a JPEG, PNG, WebP or GIF file.
 * @returns its blocks, of a damaged file those that stand before the damage. Never throws.
 */
export function metadataBlocks(bytes: Buffer): MetadataBlocks {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\u00FF\u00D8')) return ofJpeg(bytes)
  if (head.startsWith('\u0089PNG')) return ofPng(bytes)
  if (/^RIFF.{4}WEBP/su.test(head)) return ofWebp(bytes)
  if (head.startsWith('GIF8')) return ofGif(bytes)
  return { photoshop: EMPTY, xmp: EMPTY, exif: EMPTY }
}
