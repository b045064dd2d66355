import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { canonicalJson } from '../article/canonical.ts'
import { houseSchema, type House } from './house.ts'
import type { Person } from './person.ts'
import { signedBytes } from './signed-bytes.ts'

/** The longest file that is read, in UTF-16 units. */
export const MAX_HOUSE_FILE = 4 * 1024 * 1024

const fileSchema = z.object({
  format: z.literal('midad-house'),
  house: houseSchema,
  /** The id of the administrator who signed. */
  by: z.string().regex(/^[\da-f]{32}$/u),
  signature: z.string().regex(/^[\da-f]{128}$/u),
})

/** A house with the administrator whose key signed it. */
export type SignedHouse = { house: House; by: Person }

/**
 * Why a house file is not followed. `damaged`: it cannot be read; `unsigned`: it has no signature; `forged`: the signature is
 * not that of an administrator; `other`: it is of another house; `older`: a newer version is followed.
 */
export type HouseRefusal = 'damaged' | 'unsigned' | 'forged' | 'other' | 'older'

/** Whether a key made a signature. */
export type Verify = (publicKey: string, bytes: Uint8Array, signature: Uint8Array) => boolean

/** @returns a signed house as a file: one line of canonical JSON. */
export function writeHouseFile(house: House, { by, signature }: { by: string; signature: Uint8Array }): string {
  return `${canonicalJson({ format: 'midad-house', house, by, signature: bytesToHex(signature) })}\n`
}

/**
 * Reads a house file that may come from anybody. The first one that a store follows must be signed by an administrator whom it
 * names itself, which a person confirms; every later one by an administrator of the version that is followed.
 * @param followed the house that the store follows; null for none
 */
export function readHouseFile(text: string, followed: House | null, verify: Verify): SignedHouse | HouseRefusal {
  if (text.length > MAX_HOUSE_FILE) return 'damaged'
  const json = parsed(text)
  if (isUnsigned(json)) return 'unsigned'
  const file = fileSchema.safeParse(json)
  if (!file.success) return 'damaged'
  const { house, by, signature } = file.data
  if (followed !== null && house.id !== followed.id) return 'other'
  const signer = (followed ?? house).people.find(({ id }) => id === by)
  if (signer?.role !== 'administrator') return 'forged'
  if (!verify(signer.publicKey, signedBytes('house', house), hexToBytes(signature))) return 'forged'
  if (followed !== null && house.version < followed.version) return 'older'
  // Two versions with one number: whoever signed the second one did not know of the first.
  if (house.version === followed?.version && canonicalJson(house) !== canonicalJson(followed)) return 'older'
  return { house, by: signer }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isUnsigned(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'house' in json && !('signature' in json)
}
