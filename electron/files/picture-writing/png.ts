import { crc32 } from 'node:zlib'
import { PNG_XMP, tiffOf } from '../picture-description/metadata-blocks.ts'
import type { Rewrite } from './rewrite.ts'

type Chunk = { type: string; content: Buffer }

/** Metadata of other formats, as ImageMagick writes it into texts: where the picture was taken stands there as well. */
const RAW_PROFILE = /^Raw profile type (?:exif|app1|iptc|xmp)\0/iu

/** @returns the chunks up to the end; null for a file that is damaged. What follows the end is no part of the picture. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (at + 12 + length > bytes.length) return null
    chunks.push({ type, content: bytes.subarray(at + 8, at + 8 + length) })
    if (type === 'IEND') return chunks
    at += 12 + length
  }
  return null
}

function encode({ type, content }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [head, end] = [Buffer.alloc(4), Buffer.alloc(4)]
  head.writeUInt32BE(content.length)
  end.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, end])
}

function isReplaced({ type, content }: Chunk): boolean {
  if (type === 'iTXt') return content.subarray(0, PNG_XMP.length).equals(PNG_XMP)
  return (type === 'tEXt' || type === 'zTXt') && RAW_PROFILE.test(content.toString('latin1', 0, 40))
}

/**
 * Puts other metadata into a PNG: XMP in an `iTXt` chunk right behind the header. The chunks of the picture stay byte
 * for byte. IPTC-IIM has no place in a PNG.
 * @returns null for a file that is damaged
 */
export function rewritePng(bytes: Buffer, rewrite: Rewrite): Buffer | null {
  const chunks = chunksOf(bytes)
  if (chunks?.[0]?.type !== 'IHDR') return null
  const kept = chunks
    .filter((chunk) => !isReplaced(chunk))
    .flatMap((chunk): Chunk[] => {
      if (chunk.type !== 'eXIf') return [chunk]
      const tiff = rewrite.exif(tiffOf(chunk.content))
      return tiff.length === 0 ? [] : [{ ...chunk, content: tiff }]
    })
  // Flag and method of compression, language, and translated keyword: none.
  const xmp = { type: 'iTXt', content: Buffer.concat([PNG_XMP, Buffer.alloc(4), rewrite.xmp()]) }
  return Buffer.concat([bytes.subarray(0, 8), ...[...kept.slice(0, 1), xmp, ...kept.slice(1)].map(encode)])
}
