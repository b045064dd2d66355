import { personIdOf } from '#core/newsroom/person.ts'
import type { ReadDb } from '#db/handles.ts'
import { listPeople, type StoredPerson } from '#db/tables/people.ts'

/**
 * @returns everybody whose key a store knows, by id. A row whose id is not that of its key is left out: with another key, what
 *   somebody signed would look forged, and what a forger signed would look proven.
 */
export function knownPeople(db: ReadDb): ReadonlyMap<string, StoredPerson> {
  const people = listPeople(db).filter(({ id, publicKey }) => id === personIdOf(publicKey))
  return new Map(people.map((person) => [person.id, person]))
}
