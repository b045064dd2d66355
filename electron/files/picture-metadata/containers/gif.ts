import { EMPTY, NO_BLOCKS, startsWith, type BlockChanges, type Container, type MetadataBlocks } from './container.ts'

/** The head of the application extension that holds XMP. */
const XMP_EXTENSION = Buffer.from('\u0021\u00FF\u000BXMP DataXMP', 'latin1')

/** Ends the bare packet for readers of sub-blocks (XMP part 3, 1.1.2): whichever byte they take as length, they end here. */
const TRAILER = Buffer.from([1, ...Array.from({ length: 256 }, (_each, index) => 255 - index), 0])

type Range = { from: number; to: number }

/** @returns where the sub-blocks that begin at `at` end; null beyond the end of the file. */
function endOfSubBlocks(bytes: Buffer, at: number): number | null {
  let next = at
  for (let length = bytes[next]; length !== undefined; length = bytes[next]) {
    next += 1 + length
    if (length === 0) return next
  }
  return null
}

function colourTableSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

/** @returns where the first block begins, after the header and the global colour table. */
function startOfBlocks(bytes: Buffer): number {
  return 13 + colourTableSize(bytes[10] ?? 0)
}

/** @returns the extensions that hold XMP. Of a damaged file `isWhole` is false, and the last one may be short. */
function findXmp(bytes: Buffer): { extensions: Range[]; isWhole: boolean } {
  const extensions: Range[] = []
  for (let at = startOfBlocks(bytes); at < bytes.length;) {
    const kind = bytes[at]
    if (kind === 0x3b) return { extensions, isWhole: true }
    const isImage = kind === 0x2c
    if (!isImage && kind !== 0x21) break
    const data = isImage ? at + 11 + colourTableSize(bytes[at + 9] ?? 0) : at + 2
    const end = endOfSubBlocks(bytes, data)
    const to = end ?? bytes.length
    if (startsWith(bytes.subarray(at, to), XMP_EXTENSION)) extensions.push({ from: at, to })
    if (end === null) break
    at = end
  }
  return { extensions, isWhole: false }
}

function read(bytes: Buffer): MetadataBlocks {
  const [extension] = findXmp(bytes).extensions
  if (extension === undefined) return NO_BLOCKS
  const content = bytes.subarray(extension.from + XMP_EXTENSION.length, extension.to)
  const end = content.indexOf(TRAILER.subarray(0, 4))
  return { ...NO_BLOCKS, xmp: end === -1 ? EMPTY : content.subarray(0, end) }
}

function write(bytes: Buffer, changes: BlockChanges): Buffer | null {
  const { extensions, isWhole } = findXmp(bytes)
  if (!isWhole) return null
  const start = startOfBlocks(bytes)
  // The file without the old extensions.
  const starts = [start, ...extensions.map(({ to }) => to)]
  const kept = starts.map((from, index) => bytes.subarray(from, extensions[index]?.from))
  // Extensions exist since 89a.
  const head = [Buffer.from('GIF89a', 'latin1'), bytes.subarray(6, start)]
  return Buffer.concat([...head, XMP_EXTENSION, changes.xmp(Infinity).packet, TRAILER, ...kept])
}

/** GIF (XMP part 3, 1.1.2): the bare packet in an application extension before the first picture, no EXIF, no IPTC-IIM. */
export const GIF: Container = { read, write }
