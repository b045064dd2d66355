import { EXIF_MARK, JPEG_PHOTOSHOP, JPEG_XMP } from '../picture-description/metadata-blocks.ts'
import { extendedParts } from './divided-xmp.ts'
import type { Rewrite } from './rewrite.ts'

/** What a segment can hold after its length (ITU-T T.81, B.1.1.4). */
const MAX_SEGMENT = 0xffff - 2
const EXTENDED_XMP = Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1')
/** Other pictures behind this one (CIPA DC-007), each with metadata of its own; their places change. */
const MULTI_PICTURE = Buffer.from('MPF\0', 'latin1')

type Segment = { marker: number; content: Buffer }

const begins = (content: Buffer, mark: Buffer): boolean => content.subarray(0, mark.length).equals(mark)

/** @returns the segments before the first scan, and where that begins; null for a file that is damaged before it. */
function segmentsOf(bytes: Buffer): { segments: Segment[]; scanAt: number } | null {
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // A marker may be filled up in front with any number of these.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) return { segments, scanAt: at }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end < at + 4 || end > bytes.length) return null
    segments.push({ marker, content: bytes.subarray(at + 4, end) })
    at = end
  }
  return null
}

/** @returns where the picture ends, right behind its end marker; what stands after it is another picture, or a film. */
function endOfPicture(bytes: Buffer, scanAt: number): number {
  let at = scanAt
  while (at + 1 < bytes.length) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0
    if (marker === 0xd9) return at + 2
    // Between the scans of a progressive picture stand tables, whose bytes could look like the end.
    const isSegment = marker >= 0xc0 && marker < 0xff && !(marker >= 0xd0 && marker <= 0xd8)
    if (isSegment && at + 4 <= bytes.length) at += 2 + bytes.readUInt16BE(at + 2)
    else at += marker === 0 || marker === 0xff ? 1 : 2
    const next = bytes.indexOf(0xff, at)
    if (next === -1) break
    at = next
  }
  return bytes.length
}

function encode({ marker, content }: Segment): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

function isReplaced({ marker, content }: Segment): boolean {
  if (marker === 0xe1) return begins(content, JPEG_XMP) || begins(content, EXTENDED_XMP)
  if (marker === 0xe2) return begins(content, MULTI_PICTURE)
  return marker === 0xed && begins(content, JPEG_PHOTOSHOP)
}

function parts(mark: Buffer, marker: number, content: Buffer): Segment[] {
  const room = MAX_SEGMENT - mark.length
  const count = Math.ceil(content.length / room)
  return Array.from({ length: count }, (_each, index) => ({
    marker,
    content: Buffer.concat([mark, content.subarray(index * room, (index + 1) * room)]),
  }))
}

/**
 * Puts other metadata into a JPEG: XMP and EXIF in APP1, Photoshop's resources in APP13. The picture itself, from its
 * tables to its end marker, stays byte for byte; what follows the end marker goes.
 * @returns null for a file that is damaged before its picture
 */
export function rewriteJpeg(bytes: Buffer, rewrite: Rewrite): Buffer | null {
  const found = segmentsOf(bytes)
  if (found === null) return null
  const kept = found.segments
    .filter((segment) => !isReplaced(segment))
    .flatMap((segment): Segment[] => {
      if (segment.marker !== 0xe1 || !begins(segment.content, EXIF_MARK)) return [segment]
      const tiff = rewrite.exif(segment.content.subarray(EXIF_MARK.length))
      return tiff.length === 0 ? [] : [{ ...segment, content: Buffer.concat([EXIF_MARK, tiff]) }]
    })
  const isLead = ({ marker, content }: Segment): boolean =>
    marker === 0xe0 || (marker === 0xe1 && begins(content, EXIF_MARK))
  const end = kept.findIndex((segment) => !isLead(segment))
  const lead = end === -1 ? kept.length : end
  // XMP stands in one segment, where readers look; what has no room there follows in others.
  const extended = found.segments
    .filter(({ marker, content }) => marker === 0xe1 && begins(content, EXTENDED_XMP))
    .map(({ content }) => content.subarray(EXTENDED_XMP.length))
  const divided = rewrite.dividedXmp(MAX_SEGMENT - JPEG_XMP.length, extended)
  const xmp = [
    { marker: 0xe1, content: Buffer.concat([JPEG_XMP, divided.packet]) },
    ...extendedParts(divided, MAX_SEGMENT - EXTENDED_XMP.length).map((part) => ({
      marker: 0xe1,
      content: Buffer.concat([EXTENDED_XMP, part]),
    })),
  ]
  return Buffer.concat([
    bytes.subarray(0, 2),
    ...[...kept.slice(0, lead), ...xmp, ...parts(JPEG_PHOTOSHOP, 0xed, rewrite.photoshop()), ...kept.slice(lead)].map(
      encode,
    ),
    bytes.subarray(found.scanAt, endOfPicture(bytes, found.scanAt)),
  ])
}
