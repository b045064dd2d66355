import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../article/canonical.ts'

/** What a signature is for. A signature for one kind is none for another, whatever the JSON is. */
export type SignedKind = 'person' | 'house' | 'event' | 'journal' | 'handover' | 'package'

/** @returns the bytes that a signature covers: a line with the kind, and the canonical JSON of the value. */
export function signedBytes(kind: SignedKind, value: unknown): Uint8Array {
  return utf8ToBytes(`midad ${kind} 1\n${canonicalJson(value)}`)
}
