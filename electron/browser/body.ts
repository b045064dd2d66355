import type { IncomingMessage } from 'node:http'

export type Body<T> = { ok: true; value: T } | { ok: false; status: 400 | 413 | 415 }

/**
 * Reads a body piece by piece. One that is too large is read to its end, so that the sender can read the refusal.
 * @param mediaType the type that it must declare: one that a page of another origin cannot send without a CORS
 *   preflight, which is refused
 * @param take called with each piece, up to the limit
 * @returns the HTTP status that says why a body was not read
 * @throws what the socket throws when the sender goes away
 */
export async function readChunks(
  request: IncomingMessage,
  mediaType: 'application/octet-stream' | 'application/json',
  limit: number,
  take: (chunk: Buffer) => void,
): Promise<Body<null>> {
  if (request.headers['content-type'] !== mediaType) return { ok: false, status: 415 }
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= limit) take(chunk)
  }
  return bytes > limit ? { ok: false, status: 413 } : { ok: true, value: null }
}

/** Reads a body of JSON, as `readChunks` does. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Body<unknown>> {
  const chunks: Buffer[] = []
  const body = await readChunks(request, 'application/json', limit, (chunk) => chunks.push(chunk))
  if (!body.ok) return body
  const json = parseJson(Buffer.concat(chunks).toString('utf8'))
  return json === undefined ? { ok: false, status: 400 } : { ok: true, value: json }
}

/** @returns the value; undefined when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
