import { describe, expect, it } from 'vitest'
import { eventIdOf, NO_RUNNING_HASH, type SignedEvent } from './chained-event.ts'
import { proofOf } from './event-proof.ts'
import { personIdOf } from './person.ts'

const person = (name: string, digit: string) => {
  const publicKey = digit.repeat(64)
  return { id: personIdOf(publicKey), name, publicKey }
}
const SUAD = person('سعاد العلي', '1')
const KARIM = person('كريم', '2')
const PEOPLE = new Map([SUAD, KARIM].map((each) => [each.id, each]))

/** A signature here is the key twice. */
const verify = (publicKey: string, _bytes: Uint8Array, signature: Uint8Array): boolean =>
  Buffer.from(signature).toString('hex') === publicKey + publicKey

function event(change: Partial<SignedEvent> = {}): SignedEvent {
  const plain = {
    ...{ articleId: 'a1', at: '2026-11-24T08:00:00.000Z', by: 'سعاد العلي', role: 'reporter', action: 'moved' },
    ...{ from: 'draft', to: 'submitted', note: '', revision: 'a'.repeat(64), person: SUAD.id as string | null },
    ...{ parents: [], settles: [], running: 'b'.repeat(64), signature: SUAD.publicKey.repeat(2) as string | null },
    ...change,
  }
  return { ...plain, id: change.id ?? eventIdOf(plain) }
}

describe('the proof of an event', () => {
  it.each([
    ['proven', 'signed by the key of its person', event()],
    ['proven', 'done under the name before', event({ by: 'سعاد' })],
    ['unproven', 'of a program that acts for somebody', event({ person: null, signature: null })],
    ['before', 'from before the audit was signed', event({ person: null, signature: null, running: NO_RUNNING_HASH })],
    ['unknown', 'by a key that nobody here has', event({ person: personIdOf('3'.repeat(64)) })],
    ['broken', 'with other words under the same id', { ...event(), note: 'وافقت' }],
    ['broken', 'with the signature of another', event({ signature: KARIM.publicKey.repeat(2) })],
    ['broken', 'without the signature that its person would have made', event({ signature: null })],
    ['broken', 'with a signature of nobody', event({ person: null })],
    ['broken', 'under the name of another person', event({ by: 'كَريم' })],
  ] as const)('is %s for one %s', (expected, _, given) => {
    expect(proofOf(given, PEOPLE, verify)).toBe(expected)
  })
})
