import type { IncomingMessage } from 'node:http'
import { StringDecoder } from 'node:string_decoder'
import { MAX_BODY_BYTES } from '#core/contract/sealing.ts'
import { readChunks, type Body } from './body.ts'
import { createUnsealer } from './seal.ts'

/** The key and nonce with which a body must be sealed, and what it must be about. */
export type SealOf = { key: Uint8Array; nonce: Uint8Array; about: Uint8Array }

/**
 * Reads a sealed body. Each piece is opened and decoded when it arrives: the largest body at once would keep the service
 * from its other calls.
 * @returns its text; null when it was not sealed so; or the HTTP status that says why it was not read
 * @throws what the socket throws when the sender goes away
 */
export async function unsealBody(
  request: IncomingMessage,
  { key, nonce, about }: SealOf,
): Promise<Body<string | null>> {
  const unsealer = createUnsealer(key, nonce, about)
  const decoder = new StringDecoder('utf8')
  const texts: string[] = []
  const body = await readChunks(request, 'application/octet-stream', MAX_BODY_BYTES, (chunk) => {
    texts.push(decoder.write(unsealer.open(chunk)))
  })
  if (!body.ok) return body
  return { ok: true, value: unsealer.isGenuine() ? texts.join('') + decoder.end() : null }
}
