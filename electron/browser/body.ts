import type { IncomingMessage } from 'node:http'
import { MAX_BODY_BYTES } from '#core/contract/sealing.ts'

export type Body<T> = { ok: true; value: T } | { ok: false; status: 400 | 413 | 415 }

/**
 * Reads a body of bytes. One that is too large is read to its end and dropped, so that the sender can read the refusal.
 * @param mediaType the type that it must declare: one that a page of another origin cannot send without a CORS
 *   preflight, which is refused
 * @returns the bytes, or the HTTP status that says why there are none
 * @throws what the socket throws when the sender goes away
 */
export async function readBytes(
  request: IncomingMessage,
  mediaType: 'application/octet-stream' | 'application/json',
  limit: number = MAX_BODY_BYTES,
): Promise<Body<Buffer>> {
  if (request.headers['content-type'] !== mediaType) return { ok: false, status: 415 }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  if (bytes > limit) return { ok: false, status: 413 }
  return { ok: true, value: Buffer.concat(chunks) }
}

/** Reads a body of JSON, as `readBytes` does. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Body<unknown>> {
  const body = await readBytes(request, 'application/json', limit)
  if (!body.ok) return body
  const json = parseJson(body.value)
  return json === undefined ? { ok: false, status: 400 } : { ok: true, value: json }
}

/** @returns the value; undefined when the bytes are not JSON. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
