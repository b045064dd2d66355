import type { DividedXmp } from '../xmp/divide-xmp.ts'

/** The metadata blocks of a file, still encoded; empty where the file has none. */
export type MetadataBlocks = {
  /** The XMP packet. */
  xmp: Buffer
  /** The parts of JPEG's extended XMP, each with its digest, length and offset in front. */
  extendedXmp: readonly Buffer[]
  /** Photoshop's image resources, one of which is IPTC-IIM. */
  photoshop: Buffer
  /** EXIF as TIFF. */
  exif: Buffer
}

export const EMPTY = Buffer.alloc(0)
export const NO_BLOCKS: Readonly<MetadataBlocks> = { xmp: EMPTY, extendedXmp: [], photoshop: EMPTY, exif: EMPTY }

/** How the blocks of a file change. A container asks only for those that its format can hold. */
export type BlockChanges = {
  /** @returns the new packet in at most `limit` bytes, and what did not fit. */
  xmp: (limit: number) => DividedXmp
  /** @returns the new image resources. */
  photoshop: () => Buffer
  /** @returns the new EXIF; empty to remove it. */
  exif: (tiff: Buffer) => Buffer
}

/** A file format that holds metadata blocks. */
export type Container = {
  /** @returns the blocks, of a damaged file those before the damage. Never throws. */
  read: (bytes: Buffer) => MetadataBlocks
  /** @returns the file with its blocks changed and its picture data as it was; null for a damaged file. */
  write: (bytes: Buffer, changes: BlockChanges) => Buffer | null
}

/** The identifier before EXIF in a JPEG. Some programs put it into PNG and WebP too. */
export const EXIF_IDENTIFIER = Buffer.from('Exif\0\0', 'latin1')

/** @returns whether bytes begin with an identifier. */
export function startsWith(content: Buffer, identifier: Buffer): boolean {
  return content.subarray(0, identifier.length).equals(identifier)
}

/** @returns the content without its identifier, or null if it has another one. */
export function contentAfter(identifier: Buffer, content: Buffer): Buffer | null {
  return startsWith(content, identifier) ? content.subarray(identifier.length) : null
}

/** @returns the TIFF of a PNG's or WebP's EXIF. */
export function tiffOf(content: Buffer): Buffer {
  return contentAfter(EXIF_IDENTIFIER, content) ?? content
}

/** @returns the first content that is not empty once decoded; those behind it are not decoded. */
export function firstContent(contents: readonly Buffer[], decode = (content: Buffer): Buffer => content): Buffer {
  for (const content of contents) {
    const decoded = decode(content)
    if (decoded.length > 0) return decoded
  }
  return EMPTY
}
