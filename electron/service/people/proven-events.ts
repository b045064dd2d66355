import type { ProvenEvent } from '#core/contract/review.ts'
import { proofOf } from '#core/newsroom/event-proof.ts'
import type { ReadDb } from '#db/handles.ts'
import { listEvents } from '#db/tables/events.ts'
import { knownPeople } from './known-people.ts'
import { verify } from '#electron/files/keys.ts'

/** @returns the events of an article with what proves each, oldest first, and how many are left out because they are damaged. */
export function provenEvents(db: ReadDb, articleId: string): { events: ProvenEvent[]; damaged: number } {
  const people = knownPeople(db)
  const { events, damaged } = listEvents(db, articleId)
  return {
    events: events.map((event) => {
      const { id, at, by, role, action, from, to, note, revision, person } = event
      const signer = person === null ? null : (people.get(person)?.name ?? null)
      return { id, at, by, role, action, from, to, note, revision, signer, proof: proofOf(event, people, verify) }
    }),
    damaged,
  }
}
