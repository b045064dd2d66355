import { z } from 'zod'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import type { Encoded, Sort } from '#core/export/fields/sorts.ts'

/** How a kind of destination keeps a post in the queue. */
export type PostFormat<P> = {
  /** @returns the payload that holds a post. */
  write: (post: P) => Uint8Array
  /** @throws ZodError, SyntaxError for a payload that is not current. */
  read: (payload: Uint8Array) => P
  /** @returns whether a payload is in this format. One that an older or newer Midad queued may not be. */
  isCurrent: (payload: Uint8Array) => boolean
}

/**
 * @param format raised whenever a field of the post gets another meaning or encoding. What waits in the queue is then
 *   made again from its revision. Payloads without a number are of format 1: they hold words that are not encoded.
 */
export function postFormat<P>(format: number, schema: z.ZodType<P>): PostFormat<P> {
  const stored = z.object({ format: z.literal(format), post: schema })
  const json = (payload: Uint8Array): unknown => JSON.parse(Buffer.from(payload).toString('utf8'))
  return {
    write: (post) => Buffer.from(canonicalJson({ format, post })),
    read: (payload) => stored.parse(json(payload)).post,
    isCurrent: (payload) => stored.safeParse(json(payload)).success,
  }
}

/** A string that an encoder made before it was queued: the number of the format says so. */
export function encoded<S extends Sort>(): z.ZodType<Encoded<S>> {
  return z.custom<Encoded<S>>((value) => typeof value === 'string')
}

/**
 * @returns the hash by which an unchanged post is recognised. The number of the format does not count, so an upgrade
 *   alone sends nothing again. A post whose words are encoded in another way now is written once more when it is sent
 *   again, even if its text did not change: that replaces the words that an older Midad sent.
 */
export function postHash(post: object): string {
  return sha256Hex(canonicalJson(post))
}
