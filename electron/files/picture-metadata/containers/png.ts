import { crc32, inflateSync } from 'node:zlib'
import { MAX_XMP } from '../xmp/parse-xmp.ts'
import {
  contentAfter,
  EMPTY,
  firstContent,
  NO_BLOCKS,
  startsWith,
  tiffOf,
  type BlockChanges,
  type Container,
  type MetadataBlocks,
} from './container.ts'

const XMP_KEYWORD = Buffer.from('XML:com.adobe.xmp\0', 'latin1')

/** Metadata of other formats in text chunks, as ImageMagick writes it. It may hold a GPS position. */
const RAW_PROFILE = /^Raw profile type (?:exif|app1|iptc|xmp)\0/iu

/** How many packets are inflated to find one that is sound. A file has one; a hostile one may have thousands. */
const MOST_PACKETS = 8

type Chunk = { type: string; content: Buffer }

/** @returns the chunks up to `IEND`. Of a damaged file `isWhole` is false, and the last chunk may be short. */
function chunksOf(bytes: Buffer): { chunks: Chunk[]; isWhole: boolean } {
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    chunks.push({ type, content: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
    if (type === 'IEND') return { chunks, isWhole: at <= bytes.length }
  }
  return { chunks, isWhole: false }
}

/** @returns the packet of an `iTXt` chunk: compression flag and method, language, translated keyword, text. */
function packetOf(chunk: Buffer): Buffer {
  const content = contentAfter(XMP_KEYWORD, chunk) ?? EMPTY
  const language = content.indexOf(0, 2)
  const keyword = language === -1 ? -1 : content.indexOf(0, language + 1)
  if (keyword === -1) return EMPTY
  const text = content.subarray(keyword + 1)
  if (content[0] === 0) return text
  try {
    return inflateSync(text, { maxOutputLength: MAX_XMP })
  } catch {
    // Damaged, or too large when inflated: the chunk counts as empty.
    return EMPTY
  }
}

function read(bytes: Buffer): MetadataBlocks {
  const { chunks } = chunksOf(bytes)
  const contents = (type: string): Buffer[] => chunks.flatMap((chunk) => (chunk.type === type ? chunk.content : []))
  return {
    ...NO_BLOCKS,
    xmp: firstContent(contents('iTXt').filter(isPacket).slice(0, MOST_PACKETS), packetOf),
    exif: firstContent(contents('eXIf'), tiffOf),
  }
}

function encode({ type, content }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [head, end] = [Buffer.alloc(4), Buffer.alloc(4)]
  head.writeUInt32BE(content.length)
  end.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, end])
}

function isPacket(content: Buffer): boolean {
  return startsWith(content, XMP_KEYWORD)
}

function isDropped({ type, content }: Chunk): boolean {
  if (type === 'iTXt') return isPacket(content)
  return (type === 'tEXt' || type === 'zTXt') && RAW_PROFILE.test(content.toString('latin1', 0, 40))
}

function write(bytes: Buffer, changes: BlockChanges): Buffer | null {
  const { chunks, isWhole } = chunksOf(bytes)
  if (!isWhole || chunks[0]?.type !== 'IHDR') return null
  const kept = chunks
    .filter((chunk) => !isDropped(chunk))
    .flatMap((chunk): Chunk[] => {
      if (chunk.type !== 'eXIf') return [chunk]
      const tiff = changes.exif(tiffOf(chunk.content))
      return tiff.length === 0 ? [] : [{ ...chunk, content: tiff }]
    })
  // Four zeros: not compressed, no method, no language, no translated keyword.
  const xmp = { type: 'iTXt', content: Buffer.concat([XMP_KEYWORD, Buffer.alloc(4), changes.xmp(Infinity).packet]) }
  return Buffer.concat([bytes.subarray(0, 8), ...[...kept.slice(0, 1), xmp, ...kept.slice(1)].map(encode)])
}

/** PNG (third edition, 11.3; XMP part 3, 1.1.5): XMP in an `iTXt` chunk after the header, EXIF in `eXIf`, no IPTC-IIM. */
export const PNG: Container = { read, write }
