import { imageSize } from 'image-size'
import {
  EMPTY,
  firstContent,
  NO_BLOCKS,
  tiffOf,
  type BlockChanges,
  type Container,
  type MetadataBlocks,
} from './container.ts'

const FLAGS = { alpha: 0x10, exif: 0x08, xmp: 0x04 }

type Chunk = { type: string; content: Buffer }

/** @returns the chunks. Of a damaged file `isWhole` is false, and the last chunk may be short. */
function chunksOf(bytes: Buffer): { chunks: Chunk[]; isWhole: boolean } {
  const chunks: Chunk[] = []
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  let at = 12
  while (at + 8 <= end) {
    const length = bytes.readUInt32LE(at + 4)
    const contentEnd = at + 8 + length
    chunks.push({ type: bytes.toString('latin1', at, at + 4), content: bytes.subarray(at + 8, contentEnd) })
    if (contentEnd > end) return { chunks, isWhole: false }
    at = contentEnd + (length % 2)
  }
  return { chunks, isWhole: true }
}

function contentsOf(chunks: readonly Chunk[], type: string): Buffer[] {
  return chunks.flatMap((chunk) => (chunk.type === type ? chunk.content : []))
}

function read(bytes: Buffer): MetadataBlocks {
  const { chunks } = chunksOf(bytes)
  return {
    ...NO_BLOCKS,
    xmp: firstContent(contentsOf(chunks, 'XMP ')),
    exif: firstContent(contentsOf(chunks, 'EXIF'), tiffOf),
  }
}

function encode({ type, content }: Chunk): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

/** @returns the `VP8X` content that a file with metadata needs (RFC 9649, 2.7.1): flags, and the canvas less one. */
function makeExtendedHeader(bytes: Buffer, picture: Chunk | undefined): Buffer | null {
  if (picture?.type !== 'VP8 ' && picture?.type !== 'VP8L') return null
  const { width, height } = imageSize(bytes)
  const header = Buffer.alloc(10)
  // One bit of a lossless picture says whether any of it is transparent.
  if (picture.type === 'VP8L' && ((picture.content[4] ?? 0) & 0x10) !== 0) header[0] = FLAGS.alpha
  header.writeUIntLE(width - 1, 4, 3)
  header.writeUIntLE(height - 1, 7, 3)
  return header
}

function write(bytes: Buffer, changes: BlockChanges): Buffer | null {
  const { chunks, isWhole } = chunksOf(bytes)
  if (!isWhole) return null
  const old = chunks[0]?.type === 'VP8X' ? chunks[0].content : makeExtendedHeader(bytes, chunks[0])
  if (old === null || old.length < 10) return null
  const [exif] = contentsOf(chunks, 'EXIF')
  const tiff = exif === undefined ? EMPTY : changes.exif(tiffOf(exif))
  const header = Buffer.from(old)
  header[0] = ((header[0] ?? 0) & ~FLAGS.exif) | FLAGS.xmp | (tiff.length === 0 ? 0 : FLAGS.exif)
  const body = [
    { type: 'VP8X', content: header },
    ...chunks.filter(({ type }) => type !== 'VP8X' && type !== 'XMP ' && type !== 'EXIF'),
    ...(tiff.length === 0 ? [] : [{ type: 'EXIF', content: tiff }]),
    { type: 'XMP ', content: changes.xmp(Infinity).packet },
  ].map(encode)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + body.reduce((sum, { length }) => sum + length, 0), 4)
  return Buffer.concat([head, ...body])
}

/** WebP (RFC 9649, 2.7): chunks `EXIF` and `XMP ` after the picture, no IPTC-IIM. */
export const WEBP: Container = { read, write }
