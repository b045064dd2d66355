import { z } from 'zod'
import { sha256Hex } from '../article/canonical.ts'
import { signedBytes } from './signed-bytes.ts'

const hash = z.string().regex(/^[\da-f]{64}$/u)

/** The running hash of what happened before a store kept one. */
export const NO_RUNNING_HASH = '0'.repeat(64)

/**
 * A step of an article with its place in the audit. The texts are those of the row, whoever wrote it: what an event may say is
 * checked where it is read.
 */
export const chainedEventSchema = z.object({
  articleId: z.string(),
  at: z.string(),
  by: z.string(),
  role: z.string(),
  action: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  note: z.string(),
  revision: z.string(),
  /** The id of the person whose key signed it; null where no key did. */
  person: z
    .string()
    .regex(/^[\da-f]{32}$/u)
    .nullable(),
  /** The events of the article that it follows, sorted: none, one, or several where machines met. */
  parents: z.array(hash).max(64),
  /** The seals of the messages, decisions and assignments of the article since the event before it, sorted. */
  settles: z.array(hash).max(100_000),
  /** The running hash of the store where it happened, before it: it covers all that this store had kept. */
  running: hash,
})
export type ChainedEvent = z.infer<typeof chainedEventSchema>

/** An event with its hash and its signature, as it is kept and handed over. */
export const signedEventSchema = chainedEventSchema.extend({
  id: hash,
  /** 64 raw bytes in hexadecimal; null where no key signed. */
  signature: z
    .string()
    .regex(/^[\da-f]{128}$/u)
    .nullable(),
})
export type SignedEvent = z.infer<typeof signedEventSchema>

/** @returns the bytes that are hashed and signed. Further properties of the object do not count. */
export function eventBytes(event: ChainedEvent): Uint8Array {
  const { articleId, at, by, role, action, from, to, note, revision, person, parents, settles, running } = event
  const place = { person, parents, settles, running }
  return signedBytes('event', { articleId, at, by, role, action, from, to, note, revision, ...place })
}

/** @returns the id of an event: the SHA-256 of its bytes. */
export function eventIdOf(event: ChainedEvent): string {
  return sha256Hex(eventBytes(event))
}

/** @returns the events that none of them follows, sorted: what the next event of the article follows. */
export function newestOf(events: readonly Pick<SignedEvent, 'id' | 'parents'>[]): string[] {
  const followed = new Set(events.flatMap(({ parents }) => parents))
  return events
    .map(({ id }) => id)
    .filter((id) => !followed.has(id))
    .toSorted()
}
