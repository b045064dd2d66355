import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'

// What a page and the browser shell's server must agree on to seal their messages to each other with AES-256-GCM
// (decision 022).

/** The largest body of a call, in bytes: a picture of 40 MB in base64, and the JSON around it. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024

export const KEY_BYTES = 32
export const NONCE_BYTES = 12

/** The highest number that a request may have. */
export const MAX_REQUEST = 0xff_ff_ff_ff

/** What a message is. A request has one answer or many events. */
export type MessageKind = 'request' | 'answer' | 'event'
const KINDS: Readonly<Record<MessageKind, number>> = { request: 1, answer: 2, event: 3 }

/**
 * @param request the number of the request, which no other request of the channel has
 * @param line the number of the event among those of its request; 0 for a request and its answer
 * @returns the nonce of a message, which no other message under the key of the channel has
 */
export function nonceOf(kind: MessageKind, request: number, line = 0): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(NONCE_BYTES)
  const view = new DataView(nonce.buffer)
  view.setUint32(0, KINDS[kind])
  view.setUint32(4, request)
  view.setUint32(8, line)
  return nonce
}

/**
 * @param authority the host and port that the page asks and the server listens on, so that nobody can pass messages on
 *   from another port
 * @param path the path of the request
 * @returns the associated data of a message: it cannot be opened as a message about anything else
 */
export function aboutOf(authority: string, path: string, detail = ''): Uint8Array<ArrayBuffer> {
  return new Uint8Array(utf8ToBytes(`midad ${authority} ${path} ${detail}`))
}

const hex = z.string().regex(/^(?:[\da-f]{2})*$/u)
const id = z.string().regex(/^[\w-]{12}$/u)

/** A handshake's first half: whoever sends it has the secret that `id` names. The secret itself is never sent. */
export const helloSchema = z.object({
  id,
  nonce: hex.length(2 * NONCE_BYTES),
  /** Nothing, sealed with the secret and the nonce. */
  proof: hex,
})
export type Hello = z.infer<typeof helloSchema>

/** The second half: whoever sends it has the secret too. */
export const welcomeSchema = z.object({
  nonce: hex.length(2 * NONCE_BYTES),
  /** JSON, sealed with the secret, the nonce, and the nonce of the hello. */
  sealed: hex,
})
export type Welcome = z.infer<typeof welcomeSchema>

/** What `/session` gives a window. The secret stays valid when the service is restarted. */
export const sessionSchema = z.object({ clientId: id, secret: hex.length(2 * KEY_BYTES) })
export type Session = z.infer<typeof sessionSchema>

/** What `/channel` gives a window: a key for its requests to this process of the service. */
export const channelSchema = z.object({ channel: id, key: hex.length(2 * KEY_BYTES) })
export type ChannelKey = z.infer<typeof channelSchema>
