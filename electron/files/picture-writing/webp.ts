import { imageSize } from 'image-size'
import { tiffOf } from '../picture-description/metadata-blocks.ts'
import type { Rewrite } from './rewrite.ts'

type Chunk = { type: string; content: Buffer }

const FLAGS = { alpha: 0x10, exif: 0x08, xmp: 0x04 }

/** @returns the chunks; null for a file that is damaged. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = []
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  let at = 12
  while (at + 8 <= end) {
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > end) return null
    chunks.push({ type: bytes.toString('latin1', at, at + 4), content: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

function encode({ type, content }: Chunk): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

/** The header that a file with metadata needs (RFC 9649, 2.7.1): flags, and the size of the canvas less one. */
function extendedHeader(bytes: Buffer, [picture]: readonly Chunk[]): Chunk | null {
  if (picture?.type !== 'VP8 ' && picture?.type !== 'VP8L') return null
  const { width, height } = imageSize(bytes)
  const content = Buffer.alloc(10)
  // A lossless picture says in one bit whether any of it is transparent.
  if (picture.type === 'VP8L' && ((picture.content[4] ?? 0) & 0x10) !== 0) content[0] = FLAGS.alpha
  content.writeUIntLE(width - 1, 4, 3)
  content.writeUIntLE(height - 1, 7, 3)
  return { type: 'VP8X', content }
}

/**
 * Puts other metadata into a WebP: chunks `EXIF` and `XMP `, behind the picture, whose own chunks stay byte for byte.
 * IPTC-IIM has no place in a WebP.
 * @returns null for a file that is damaged
 */
export function rewriteWebp(bytes: Buffer, rewrite: Rewrite): Buffer | null {
  const chunks = chunksOf(bytes)
  if (chunks === null) return null
  const old = chunks[0]?.type === 'VP8X' ? chunks[0] : extendedHeader(bytes, chunks)
  if (old === null || old.content.length < 10) return null
  const others = chunks.filter(({ type }) => type !== 'VP8X' && type !== 'XMP ' && type !== 'EXIF')
  const exif = chunks.find(({ type }) => type === 'EXIF')
  const tiff = exif === undefined ? Buffer.alloc(0) : rewrite.exif(tiffOf(exif.content))
  const header = Buffer.from(old.content)
  header[0] = ((header[0] ?? 0) & ~FLAGS.exif) | FLAGS.xmp | (tiff.length === 0 ? 0 : FLAGS.exif)
  const body = [
    { type: 'VP8X', content: header },
    ...others,
    ...(tiff.length === 0 ? [] : [{ type: 'EXIF', content: tiff }]),
    { type: 'XMP ', content: rewrite.xmp() },
  ].map(encode)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + body.reduce((sum, { length }) => sum + length, 0), 4)
  return Buffer.concat([head, ...body])
}
