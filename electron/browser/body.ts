import type { IncomingMessage } from 'node:http'

/** The largest body of a call, in bytes: a picture of 40 MB in base64, and the JSON around it. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024

export type Body = { ok: true; json: unknown } | { ok: false; status: 400 | 413 | 415 }

/**
 * Reads a JSON body. One that is too large is read to its end and dropped, so that the sender can read the refusal.
 * @returns the value, or the HTTP status that says why there is none
 * @throws what the socket throws when the sender goes away
 */
export async function readJson(request: IncomingMessage, limit: number = MAX_BODY_BYTES): Promise<Body> {
  // A page of another origin cannot send this type without a CORS preflight, which is refused.
  if (!/^application\/json\b/u.test(request.headers['content-type'] ?? '')) return { ok: false, status: 415 }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  if (bytes > limit) return { ok: false, status: 413 }
  try {
    return { ok: true, json: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, status: 400 }
    throw error
  }
}
