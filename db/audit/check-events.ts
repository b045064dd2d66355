import type { AuditFinding } from '#core/contract/audit.ts'
import type { StoredEvent } from '../tables/events.ts'
import { proofOf, type EventProof } from '#core/newsroom/event-proof.ts'
import type { Verify } from '#core/newsroom/house-file.ts'
import type { Person } from '#core/newsroom/person.ts'
import type { Expected } from './walk-journal.ts'

/** What is known while events are checked one after another. */
export type EventTools = {
  people: ReadonlyMap<string, Person>
  verify: Verify
  /** Whether the house gave a person this role, as far as the store followed one at a place of its journal. */
  mayBe: (person: string, role: string, number: number) => boolean
  /** The article of each event of the store, by id. */
  articles: ReadonlyMap<string, string>
}

/**
 * @param expected the entry of the journal; undefined for none
 * @returns what is wrong with an event, null for nothing, and how it is proven
 */
export function checkEvent(
  event: StoredEvent,
  expected: Expected | undefined,
  { people, verify, articles, mayBe }: EventTools,
): { what: AuditFinding['what'] | null; proof: EventProof } {
  const proof = proofOf(event, people, verify)
  if (expected === undefined) return { what: 'added', proof }
  if (proof === 'broken') return { what: 'forged', proof }
  const isOwn = expected.kind === 'event' && proof !== 'before'
  if (expected.articleId !== event.articleId) return { what: 'misplaced', proof }
  // What was done here knows what this store held then.
  if (isOwn && event.running !== expected.before) return { what: 'misplaced', proof }
  if (isOwn && proof === 'unknown') return { what: 'unknown', proof }
  if (isOwn && event.person !== null && !mayBe(event.person, event.role, expected.number))
    return { what: 'role', proof }
  const follows = event.parents.every((parent) => {
    const article = articles.get(parent)
    return article === undefined ? !isOwn : article === event.articleId
  })
  return { what: follows ? null : 'misplaced', proof }
}
