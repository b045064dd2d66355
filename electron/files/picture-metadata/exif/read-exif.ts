import { NO_FIELDS, realDate, type MetadataFields } from '../fields/metadata-fields.ts'
import { decodeText, repairDoubleEncoding } from '../text/encoding.ts'
import { TAGS } from './tags.ts'
import { mainDirectory, type TiffDirectory } from './tiff-directory.ts'

/** Descriptions that cameras write into every picture. */
const CAMERA_DEFAULT = /^(?:[A-Z ]*DIGITAL CAMERA|Digital StillCamera|SONY DSC|Exif_JPEG_PICTURE|DCF 1\.0|default)$/u

function textOf(directory: TiffDirectory, tag: number): string {
  return repairDoubleEncoding(decodeText(directory.textOf(tag))).trim()
}

/** @returns `CCYY:MM:DD hh:mm:ss` with its offset as an ISO 8601 time; empty for anything else. */
function isoDate(time: string, offset: string): string {
  const iso = time.replace(/^(\d{4}):(\d\d):(\d\d) /u, '$1-$2-$3T')
  return realDate(/^[+-]\d\d:\d\d$/u.test(offset) ? iso + offset : iso)
}

/**
 * Reads description, artist, copyright and the time of the exposure from EXIF (CIPA DC-008).
 * @param tiff EXIF's TIFF
 * @returns its fields, empty where it has none. Never throws on damage.
 */
export function readExif(tiff: Buffer): MetadataFields {
  const main = mainDirectory(tiff)
  if (main === null) return NO_FIELDS
  const exif = main.directoryOf(TAGS.exifDirectory)
  const caption = textOf(main, TAGS.imageDescription)
  return {
    ...NO_FIELDS,
    caption: CAMERA_DEFAULT.test(caption) ? '' : caption,
    creator: textOf(main, TAGS.artist),
    rights: textOf(main, TAGS.copyright),
    date: isoDate(textOf(exif, TAGS.dateTimeOriginal), textOf(exif, TAGS.offsetTimeOriginal)),
  }
}
