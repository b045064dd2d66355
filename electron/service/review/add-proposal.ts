import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { getProposal, putProposal } from '#db/tables/proposals.ts'
import { loadHead } from '../articles/load-article.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import { commit, record, stateOf, textOf, type ProposalContext } from './proposals.ts'

/**
 * Answers `proposals.add`: adds the proposal of somebody who does not write here. The audit names who brought it.
 * @throws ContractError `conflict` for an id that is taken, `invalid-input` for texts that propose nothing
 */
export function addProposal(
  { id, proposalId, by, note, actor, ...given }: CallGiven<'proposals.add'>,
  context: ProposalContext,
): CallOutput<'proposals.add'> {
  const { store, now } = context
  requireWritableStore(store)
  loadHead(store, id)
  if (getProposal(store.db, proposalId) !== null) throw new ContractError('conflict', { id })
  const [base, head] = [textOf(given.base, id, context), textOf(given.head, id, context)]
  const state = stateOf(base, head)
  if (state !== 'open') throw new ContractError('invalid-input', { path: 'head' })
  const at = now()
  commit(id, context, () => {
    const own = { id: proposalId, articleId: id, by, role: actor.role, createdAt: at, updatedAt: at }
    putProposal(store.db, { ...own, note, base, head, saveNumber: 0, state })
    record(context, { proposalId, at, actor, saveNumber: 0 }, 'begun')
  })
  return {}
}
