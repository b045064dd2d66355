import type { DividedXmp } from './divided-xmp.ts'

/** What each container asks for when its metadata is written anew. */
export type Rewrite = {
  /** The new packet. */
  xmp: () => Buffer
  /** The new packet, at most so long, and beside it what did not fit; `parts` are those of the old extended packet. */
  dividedXmp: (limit: number, parts: readonly Buffer[]) => DividedXmp
  /** Photoshop's resources with the new IPTC among them. */
  photoshop: () => Buffer
  /** EXIF's TIFF as it may leave; empty for none. */
  exif: (tiff: Buffer) => Buffer
}
