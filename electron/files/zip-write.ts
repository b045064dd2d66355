import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { PackageFile } from '#core/export/package/bag.ts'

/** The earliest time in a zip. A zip holds local time, so a local date gives the same bytes in every time zone. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * Zips files in the given order. They are stored, not deflated: pictures do not shrink, and another version of zlib
 * would give other bytes.
 * @returns the zip, the same for the same files on any machine
 */
export async function writeZip(files: readonly PackageFile[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const { path, bytes } of files) {
    zip.addBuffer(Buffer.from(bytes), path, {
      mtime: NO_TIME,
      mode: 0o100644,
      compress: false,
      forceDosTimestamp: true,
    })
  }
  zip.end()
  return buffer(zip.outputStream)
}
