import { hexToBytes } from '@noble/hashes/utils.js'
import { nameKey } from '../review/mentions.ts'
import { sha256Hex } from '../article/canonical.ts'
import { eventBytes, NO_RUNNING_HASH, type SignedEvent } from './chained-event.ts'
import type { Verify } from './house-file.ts'
import type { Person } from './person.ts'

/**
 * What is known of who did a step. `proven`: the key of a known person signed it; `unproven`: no key did, such as by a program
 * that acts for somebody; `before`: it is from before the audit was signed; `unknown`: by a key that this store does not know;
 * `broken`: it is not what was signed, or it bears the name of somebody else.
 */
export const EVENT_PROOFS = ['proven', 'unproven', 'before', 'unknown', 'broken'] as const
export type EventProof = (typeof EVENT_PROOFS)[number]

/**
 * @param people everybody whom the store knows, also those who left
 * @returns what an event proves by itself. Whether something was taken out or put in, only the journal says.
 */
export function proofOf(
  event: SignedEvent,
  people: ReadonlyMap<string, Pick<Person, 'id' | 'name' | 'publicKey'>>,
  verify: Verify,
): EventProof {
  const { id, person, signature, by, running } = event
  // Once for both: the check of a store goes through tens of thousands.
  const bytes = eventBytes(event)
  if (sha256Hex(bytes) !== id) return 'broken'
  if (person === null && signature === null) return running === NO_RUNNING_HASH ? 'before' : 'unproven'
  if (person === null || signature === null) return 'broken'
  const signer = people.get(person)
  if (signer === undefined) return 'unknown'
  if (!verify(signer.publicKey, bytes, hexToBytes(signature))) return 'broken'
  return by !== signer.name && isOfAnother(by, signer, people) ? 'broken' : 'proven'
}

type Known = Pick<Person, 'id' | 'name'>

/** Whoever changes their own name has done the older steps under the name before. Nobody signs for another. */
function isOfAnother(by: string, signer: Known, people: ReadonlyMap<string, Known>): boolean {
  const name = nameKey(by)
  if (name === nameKey(signer.name)) return false
  return [...people.values()].some((other) => other.id !== signer.id && nameKey(other.name) === name)
}
