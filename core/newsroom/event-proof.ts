import { hexToBytes } from '@noble/hashes/utils.js'
import { nameKey } from '../review/mentions.ts'
import { eventBytes, eventIdOf, NO_RUNNING_HASH, type SignedEvent } from './chained-event.ts'
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
  if (eventIdOf(event) !== id) return 'broken'
  if (person === null && signature === null) return running === NO_RUNNING_HASH ? 'before' : 'unproven'
  if (person === null || signature === null) return 'broken'
  const signer = people.get(person)
  if (signer === undefined) return 'unknown'
  if (!verify(signer.publicKey, eventBytes(event), hexToBytes(signature))) return 'broken'
  // Whoever changes their own name has done the older steps under the name before. Nobody signs for another.
  const isOfAnother =
    nameKey(by) !== nameKey(signer.name) &&
    [...people.values()].some((other) => other.id !== person && nameKey(other.name) === nameKey(by))
  return isOfAnother ? 'broken' : 'proven'
}
