import { z } from 'zod'
import { sha256Hex } from '../article/canonical.ts'
import { roleSchema } from '../review/states.ts'

/** A raw Ed25519 public key of 32 bytes, in hexadecimal: in base64 one key could be spelled in several ways. */
export const publicKeySchema = z.string().regex(/^[\da-f]{64}$/u)

/** Somebody who works in the house. The private key stays on that person's machine. */
export const personSchema = z.object({
  /** What `personIdOf` makes of the key: whoever has another key is another person. */
  id: z.string().regex(/^[\da-f]{32}$/u),
  name: z.string().trim().min(1).max(200),
  role: roleSchema,
  publicKey: publicKeySchema,
})
export type Person = z.infer<typeof personSchema>

/** @returns the id of the person with this key, the beginning of its hash, so that nobody can take another's. */
export function personIdOf(publicKey: string): string {
  return sha256Hex(publicKey).slice(0, 32)
}
