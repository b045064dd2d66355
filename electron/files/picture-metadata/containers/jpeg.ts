import { extendedParts } from '../xmp/extended-xmp.ts'
import {
  contentAfter,
  EXIF_IDENTIFIER,
  firstContent,
  startsWith,
  type BlockChanges,
  type Container,
  type MetadataBlocks,
} from './container.ts'

const [APP0, APP1, APP2, APP13, SOS, EOI] = [0xe0, 0xe1, 0xe2, 0xed, 0xda, 0xd9]

/** The most bytes that a segment holds after its length (ITU-T T.81, B.1.1.4). */
const MAX_SEGMENT = 0xffff - 2
/** Photoshop's paths and thumbnails may be large; more than this was made to exhaust something. */
const MAX_PHOTOSHOP = 8_000_000

const XMP_IDENTIFIER = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1')
const EXTENDED_XMP = Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1')
const PHOTOSHOP = Buffer.from('Photoshop 3.0\0', 'latin1')
/** The index of further pictures behind this one (CIPA DC-007). It holds offsets, and they have metadata of their own. */
const MULTI_PICTURE = Buffer.from('MPF\0', 'latin1')

type Segment = { marker: number; content: Buffer }

/**
 * Lists the segments before the first scan (ITU-T T.81, annex B).
 * @returns the segments, and where the scan begins. Of a damaged file `scanAt` is null, and the last segment may be short.
 */
function segmentsOf(bytes: Buffer): { segments: Segment[]; scanAt: number | null } {
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === SOS) return { segments, scanAt: at }
    const length = bytes.readUInt16BE(at + 2)
    if (marker === EOI || length < 2) break
    segments.push({ marker, content: bytes.subarray(at + 4, at + 2 + length) })
    at += 2 + length
  }
  return { segments, scanAt: null }
}

function contentsOf(segments: readonly Segment[], marker: number, identifier: Buffer): Buffer[] {
  return segments.flatMap((each) => (each.marker === marker ? (contentAfter(identifier, each.content) ?? []) : []))
}

function read(bytes: Buffer): MetadataBlocks {
  const { segments } = segmentsOf(bytes)
  return {
    xmp: firstContent(contentsOf(segments, APP1, XMP_IDENTIFIER)),
    extendedXmp: contentsOf(segments, APP1, EXTENDED_XMP),
    photoshop: Buffer.concat(contentsOf(segments, APP13, PHOTOSHOP)).subarray(0, MAX_PHOTOSHOP),
    exif: firstContent(contentsOf(segments, APP1, EXIF_IDENTIFIER)),
  }
}

/** @returns where the picture ends, after its end marker. Another picture or a film may follow. */
function endOfPicture(bytes: Buffer, scanAt: number): number {
  let at = scanAt
  while (at + 1 < bytes.length) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0
    if (marker === EOI) return at + 2
    // A progressive picture has tables between its scans, whose bytes could look like the end marker.
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

function segment(marker: number, identifier: Buffer, content: Buffer): Segment {
  return { marker, content: Buffer.concat([identifier, content]) }
}

function isExif({ marker, content }: Segment): boolean {
  return marker === APP1 && startsWith(content, EXIF_IDENTIFIER)
}

/** Whether a segment is left out: it is written anew, or would not be true any more. */
function isDropped({ marker, content }: Segment): boolean {
  if (marker === APP1) return startsWith(content, XMP_IDENTIFIER) || startsWith(content, EXTENDED_XMP)
  if (marker === APP2) return startsWith(content, MULTI_PICTURE)
  return marker === APP13 && startsWith(content, PHOTOSHOP)
}

function keptSegments(segments: readonly Segment[], changeExif: BlockChanges['exif']): Segment[] {
  return segments
    .filter((each) => !isDropped(each))
    .flatMap((each) => {
      if (!isExif(each)) return [each]
      const tiff = changeExif(each.content.subarray(EXIF_IDENTIFIER.length))
      return tiff.length === 0 ? [] : [segment(APP1, EXIF_IDENTIFIER, tiff)]
    })
}

function xmpSegments(changeXmp: BlockChanges['xmp']): Segment[] {
  const divided = changeXmp(MAX_SEGMENT - XMP_IDENTIFIER.length)
  return [
    segment(APP1, XMP_IDENTIFIER, divided.packet),
    ...extendedParts(divided, MAX_SEGMENT - EXTENDED_XMP.length).map((part) => segment(APP1, EXTENDED_XMP, part)),
  ]
}

function photoshopSegments(resources: Buffer): Segment[] {
  const room = MAX_SEGMENT - PHOTOSHOP.length
  return Array.from({ length: Math.ceil(resources.length / room) }, (_each, index) =>
    segment(APP13, PHOTOSHOP, resources.subarray(index * room, (index + 1) * room)),
  )
}

function write(bytes: Buffer, changes: BlockChanges): Buffer | null {
  const { segments, scanAt } = segmentsOf(bytes)
  if (scanAt === null) return null
  const kept = keptSegments(segments, changes.exif)
  // JFIF and EXIF both want to be first.
  const firstOther = kept.findIndex((each) => each.marker !== APP0 && !isExif(each))
  const at = firstOther === -1 ? kept.length : firstOther
  const own = [...xmpSegments(changes.xmp), ...photoshopSegments(changes.photoshop())]
  return Buffer.concat([
    bytes.subarray(0, 2),
    ...[...kept.slice(0, at), ...own, ...kept.slice(at)].map(encode),
    bytes.subarray(scanAt, endOfPicture(bytes, scanAt)),
  ])
}

/** JPEG (ITU-T T.81; XMP part 3, 1.1.3): EXIF and XMP in APP1, Photoshop's image resources in APP13. */
export const JPEG: Container = { read, write }
