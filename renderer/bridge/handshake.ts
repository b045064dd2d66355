import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { z } from 'zod'
import { aboutOf, NONCE_BYTES, welcomeSchema, type Hello } from '#core/contract/sealing.ts'
import { sealingKey } from './seal.ts'

/** The server does not know what the page proved to it: the key was used or is too old, or the session is over. */
export class RefusedError extends Error {
  constructor() {
    super('The server refused the handshake')
    this.name = 'RefusedError'
  }
}

/** @returns the bytes of hexadecimal digits. */
export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hexToBytes(hex))
}

/**
 * Proves to the server that this page has a secret, without sending it.
 * @param origin the server's
 * @param id the name of the secret
 * @param schema what the server gives in return
 * @returns what was given by a server that has the secret too
 * @throws RefusedError; whatever else the network, WebCrypto or zod throws when the server did not prove itself
 */
export async function shakeHands<T>(
  origin: string,
  path: '/session' | '/channel',
  { id, secret }: { id: string; secret: string },
  schema: z.ZodType<T>,
): Promise<T> {
  const key = await sealingKey(bytesOf(secret))
  const { host } = new URL(origin)
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const proof = await key.seal(nonce, aboutOf(host, path), new Uint8Array())
  const hello: Hello = { id, nonce: bytesToHex(nonce), proof: bytesToHex(proof) }
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(hello),
  })
  if (response.status === 401) throw new RefusedError()
  const welcome = welcomeSchema.parse(await response.json())
  const about = aboutOf(host, path, hello.nonce)
  return schema.parse(parseJson(await key.open(bytesOf(welcome.nonce), about, bytesOf(welcome.sealed))))
}

/** @returns text as UTF-8. */
export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(utf8ToBytes(text))
}

/** @returns the value of JSON in UTF-8. @throws SyntaxError */
export function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}
