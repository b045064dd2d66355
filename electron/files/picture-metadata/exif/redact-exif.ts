import { TAGS } from './tags.ts'
import { mainDirectory, wipe } from './tiff-directory.ts'

/**
 * Wipes three things in EXIF: the GPS position, the description, which would contradict the one that is written, and
 * the thumbnail, which may show what was cropped or covered later. The rest stays at its offset.
 * @param tiff EXIF's TIFF
 * @returns a TIFF of the same length; an empty one if it cannot be read, because it might hold a position
 */
export function redactExif(tiff: Buffer): Buffer {
  const copy = Buffer.from(tiff)
  const main = mainDirectory(copy)
  if (main === null || !main.isWhole) return Buffer.alloc(0)
  const gps = main.directoryOf(TAGS.gpsDirectory)
  if (gps.isWhole) gps.wipe()
  main.remove(TAGS.gpsDirectory)
  main.remove(TAGS.imageDescription)
  const thumbnail = main.next
  if (thumbnail.isWhole) {
    const from = thumbnail.numberOf(TAGS.thumbnailOffset)
    wipe(copy, from, from + thumbnail.numberOf(TAGS.thumbnailLength))
    thumbnail.wipe()
  }
  main.cutNext()
  return copy
}
