import { NO_FIELDS, realDate, type MetadataFields } from './metadata-fields.ts'
import { decodeValue, mend } from './metadata-text.ts'

const IMAGE_DESCRIPTION = 0x010e
const ARTIST = 0x013b
const COPYRIGHT = 0x8298
const EXIF_IFD = 0x8769
const DATE_TIME_ORIGINAL = 0x9003
const OFFSET_TIME_ORIGINAL = 0x9011
const TEXTS: ReadonlySet<number> = new Set([
  IMAGE_DESCRIPTION,
  ARTIST,
  COPYRIGHT,
  DATE_TIME_ORIGINAL,
  OFFSET_TIME_ORIGINAL,
])

/** The types of text: ASCII, and UTF-8 as of EXIF 3.0. */
const TEXT_TYPES: ReadonlySet<number> = new Set([2, 129])
const MAX_TEXT = 64 * 1024

/** What cameras write into every picture's description by themselves. */
const BY_THE_CAMERA = /^(?:[A-Z ]*DIGITAL CAMERA|Digital StillCamera|SONY DSC|Exif_JPEG_PICTURE|DCF 1\.0|default)$/u

type Directory = { texts: Map<number, Buffer>; exifAt: number }

/** Reads one directory of TIFF 6.0. An entry that points out of the file is left out. */
function readDirectory(tiff: Buffer, at: number, isLittle: boolean): Directory {
  const short = (where: number): number => (isLittle ? tiff.readUInt16LE(where) : tiff.readUInt16BE(where))
  const long = (where: number): number => (isLittle ? tiff.readUInt32LE(where) : tiff.readUInt32BE(where))
  const found: Directory = { texts: new Map(), exifAt: 0 }
  if (at < 8 || at + 2 > tiff.length) return found
  const entries = Math.min(short(at), Math.floor((tiff.length - at - 2) / 12))
  for (let index = 0; index < entries; index += 1) {
    const entry = at + 2 + 12 * index
    const tag = short(entry)
    const length = long(entry + 4)
    if (tag === EXIF_IFD) found.exifAt = long(entry + 8)
    if (!TEXTS.has(tag) || !TEXT_TYPES.has(short(entry + 2)) || length > MAX_TEXT) continue
    const textAt = length <= 4 ? entry + 8 : long(entry + 8)
    if (textAt + length <= tiff.length) found.texts.set(tag, tiff.subarray(textAt, textAt + length))
  }
  return found
}

function textOf({ texts }: Directory, tag: number): string {
  const value = texts.get(tag) ?? Buffer.alloc(0)
  const end = value.indexOf(0)
  return mend(decodeValue(end === -1 ? value : value.subarray(0, end))).trim()
}

/** @returns `CCYY:MM:DD hh:mm:ss` with its offset as an ISO 8601 time; empty for anything else. */
function isoDate(time: string, offset: string): string {
  const iso = time.replace(/^(\d{4}):(\d\d):(\d\d) /u, '$1-$2-$3T')
  return realDate(/^[+-]\d\d:\d\d$/u.test(offset) ? iso + offset : iso)
}

/**
 * Reads the texts of EXIF (CIPA DC-008: tags 270, 315, 33432, 36867 and 36881) out of its TIFF.
 * @returns its fields, empty where it has none. Never throws on damage.
 */
export function readExif(tiff: Buffer): MetadataFields {
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return NO_FIELDS
  const isLittle = order === 'II'
  const main = readDirectory(tiff, isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4), isLittle)
  const exif = readDirectory(tiff, main.exifAt, isLittle)
  const caption = textOf(main, IMAGE_DESCRIPTION)
  return {
    ...NO_FIELDS,
    caption: BY_THE_CAMERA.test(caption) ? '' : caption,
    creator: textOf(main, ARTIST),
    rights: textOf(main, COPYRIGHT),
    date: isoDate(textOf(exif, DATE_TIME_ORIGINAL), textOf(exif, OFFSET_TIME_ORIGINAL)),
  }
}
