import { GIF_XMP } from '../picture-description/metadata-blocks.ts'
import type { Rewrite } from './rewrite.ts'

const IDENTIFIER = GIF_XMP.subarray(3)

/** What ends the packet for those who read sub-blocks (XMP part 3, 1.1.2): whichever length they take, they end here. */
const TRAILER = Buffer.from([1, ...Array.from({ length: 256 }, (_each, index) => 255 - index), 0])

/** @returns where the sub-blocks that begin at `at` end; null beyond the file. */
function endOfSubBlocks(bytes: Buffer, at: number): number | null {
  let next = at
  for (let length = bytes[next]; length !== undefined; length = bytes[next]) {
    next += 1 + length
    if (length === 0) return next
  }
  return null
}

function tableSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

/** @returns the extensions with XMP, each as its stretch of the file; null for a file that is damaged. */
function findXmp(bytes: Buffer, start: number): [from: number, to: number][] | null {
  const found: [number, number][] = []
  for (let at = start; at < bytes.length;) {
    const kind = bytes[at]
    if (kind === 0x3b) return found
    const isImage = kind === 0x2c
    if (!isImage && kind !== 0x21) return null
    const data = isImage ? at + 11 + tableSize(bytes[at + 9] ?? 0) : at + 2
    const end = endOfSubBlocks(bytes, data)
    if (end === null) return null
    if (!isImage && bytes[at + 1] === 0xff && bytes.subarray(at + 3, at + 3 + IDENTIFIER.length).equals(IDENTIFIER)) {
      found.push([at, end])
    }
    at = end
  }
  return null
}

/**
 * Puts other metadata into a GIF: XMP in an application extension before the first picture. All else stays byte for
 * byte, but for the version, which must know of extensions.
 * @returns null for a file that is damaged
 */
export function rewriteGif(bytes: Buffer, rewrite: Rewrite): Buffer | null {
  const start = 13 + tableSize(bytes[10] ?? 0)
  const old = findXmp(bytes, start)
  if (old === null) return null
  const rest: Buffer[] = []
  let at = start
  for (const [from, to] of old) {
    rest.push(bytes.subarray(at, from))
    at = to
  }
  rest.push(bytes.subarray(at))
  const extension = [GIF_XMP, rewrite.xmp(), TRAILER]
  return Buffer.concat([Buffer.from('GIF89a', 'latin1'), bytes.subarray(6, start), ...extension, ...rest])
}
