import type { CallGiven } from '#core/contract/contract.ts'
import { addAssignment, assignmentOf } from '#db/tables/assignments.ts'
import { loadHead } from '../articles/load-article.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import type { ReviewContext } from './threads.ts'

/**
 * Assigns an article. It is no edit, and needs no lock: neither the text nor its state changes.
 * @throws ContractError `not-found`, `in-the-bin`, `store-read-only`
 */
export function assign(
  id: string,
  { assignment, actor }: Pick<CallGiven<'desk.assign'>, 'assignment' | 'actor'>,
  { store, now, newId, emit, clientId }: ReviewContext,
): void {
  requireWritableStore(store)
  loadHead(store, id)
  const { assignee, deadline, instruction } = assignment
  const given = { assignee, instruction, deadline: deadline === null ? null : new Date(deadline).toISOString() }
  const before = assignmentOf(store.db, id)
  const isSame =
    before.assignee === assignee && before.instruction === instruction && before.deadline === given.deadline
  if (isSame) return
  store.db.transaction(() =>
    addAssignment(store.db, id, { ...given, id: newId(), at: now(), by: actor.name, role: actor.role }),
  )
  emit({ type: 'desk-changed', id, by: clientId })
}
