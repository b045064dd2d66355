import { randomBytes } from 'node:crypto'
import { aboutOf, helloSchema, NONCE_BYTES, type Welcome } from '#core/contract/sealing.ts'
import { seal, unseal } from './seal.ts'

export type Handshake = { id: string; welcome: (given: unknown) => Welcome }

/**
 * Checks a hello. The welcome is sealed with the same secret, so that it proves the server, and nobody else can read
 * what it gives.
 * @param path the path that was asked, for which alone the hello is valid
 * @param secretOf the secret that an id names, or null
 * @returns null when the sender does not have the secret
 */
export function checkHello(
  json: unknown,
  authority: string,
  path: string,
  secretOf: (id: string) => Uint8Array | null,
): Handshake | null {
  const hello = helloSchema.safeParse(json)
  if (!hello.success) return null
  const { id, nonce, proof } = hello.data
  const secret = secretOf(id)
  if (secret === null) return null
  if (unseal(secret, Buffer.from(nonce, 'hex'), aboutOf(authority, path), Buffer.from(proof, 'hex')) === null) {
    return null
  }
  return {
    id,
    welcome(given) {
      const own = randomBytes(NONCE_BYTES)
      const sealed = seal(secret, own, aboutOf(authority, path, nonce), Buffer.from(JSON.stringify(given)))
      return { nonce: own.toString('hex'), sealed: sealed.toString('hex') }
    },
  }
}
