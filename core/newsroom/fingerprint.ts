import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes } from '@noble/hashes/utils.js'

const GROUPS = 6
/** Five digits a group: two bytes, modulo 100,000, would favour the low numbers, so each takes four. */
const BYTES_OF_GROUP = 4

/**
 * @param publicKey in hexadecimal, as a person has it
 * @returns six groups of five digits, which two people can read to each other: about 100 bits of the key's SHA-256.
 */
export function fingerprintOf(publicKey: string): string {
  const hash = sha256(hexToBytes(publicKey))
  const view = new DataView(hash.buffer, hash.byteOffset)
  return Array.from({ length: GROUPS }, (_, group) =>
    String(view.getUint32(group * BYTES_OF_GROUP) % 100_000).padStart(5, '0'),
  ).join(' ')
}
