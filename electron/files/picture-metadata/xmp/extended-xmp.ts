import type { DividedXmp } from './divide-xmp.ts'
import { MAX_XMP } from './parse-xmp.ts'

/** The length of the head of each part of extended XMP: the digest, the whole length, and the offset of the part. */
const HEAD_LENGTH = 40

/** @returns the digest of the extended packet that an attribute or an element of the main one holds. */
function digestIn(packet: string): string | undefined {
  const [, ...behind] = packet.split('HasExtendedXMP')
  return behind
    .map((rest) => /^(?:\s*=\s*["']|[^<>]*>\s*)([0-9A-Fa-f]{32})/u.exec(rest)?.[1])
    .find((digest) => digest !== undefined)
}

/**
 * Joins the parts of a JPEG's extended XMP (XMP part 3, 1.1.3.1).
 * @param packet the main packet, which holds the digest of the extended one
 * @returns the extended packet; empty if there is none, a part is missing, or it belongs to another packet
 */
export function joinExtendedXmp(packet: Buffer, parts: readonly Buffer[]): Buffer {
  const digest = digestIn(packet.toString('latin1'))
  const own = parts
    .filter((part) => part.length > HEAD_LENGTH && part.toString('latin1', 0, 32) === digest)
    .map((part) => ({
      length: part.readUInt32BE(32),
      offset: part.readUInt32BE(36),
      bytes: part.subarray(HEAD_LENGTH),
    }))
    .toSorted((a, b) => a.offset - b.offset)
  const length = own[0]?.length ?? 0
  const whole = length > MAX_XMP ? Buffer.alloc(0) : Buffer.concat(own.map(({ bytes }) => bytes))
  return whole.length === length ? whole : Buffer.alloc(0)
}

/** @returns an extended packet in parts of at most `limit` bytes, heads included; none if it is empty. */
export function extendedParts({ extended, digest }: DividedXmp, limit: number): Buffer[] {
  const room = limit - HEAD_LENGTH
  return Array.from({ length: Math.ceil(extended.length / room) }, (_each, index) => {
    const head = Buffer.alloc(HEAD_LENGTH)
    head.write(digest, 'latin1')
    head.writeUInt32BE(extended.length, 32)
    head.writeUInt32BE(index * room, 36)
    return Buffer.concat([head, extended.subarray(index * room, (index + 1) * room)])
  })
}
