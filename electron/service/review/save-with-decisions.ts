import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { countReview } from '#db/tables/open-review.ts'
import { getProposal, putProposal, type ProposalRecord } from '#db/tables/proposals.ts'
import { addWriter } from '#db/tables/writers.ts'
import { save } from '../articles/save-article.ts'
import { record, stateOf, textOf, type ProposalContext } from './proposals.ts'

type Save = CallGiven<'articles.save'>
/** A proposal as decisions leave it. */
type Decided = { proposal: ProposalRecord; decisions: Save['proposals'][number]['decisions'] }

/**
 * Saves an article, and the proposals that a person decided on, in one transaction. To decide is to edit: whoever may not edit
 * the article is refused, though the text is as it was after a rejection.
 * @throws ContractError what `save` throws; `conflict` also for a proposal that was saved since, or withdrawn; `not-found`
 */
export function saveWithDecisions(input: Save, context: ProposalContext): CallOutput<'articles.save'> {
  const { id } = input.article
  const decided = input.proposals.map((each) => decide(id, each, context))
  const saved = save(input, context, {
    isEmpty: decided.length === 0,
    write: (at) => {
      for (const each of decided) put(each, at, input.actor, context)
      if (decided.length > 0) countReview(context.store.db, id)
    },
    announce: () => {
      if (decided.length > 0) context.emit({ type: 'proposals-changed', id, by: context.clientId })
    },
  })
  return { ...saved, proposals: decided.map(({ proposal }) => ({ id: proposal.id, saveNumber: proposal.saveNumber })) }
}

/** A settled proposal may be open again: a decision is taken back. */
function decide(articleId: string, given: Save['proposals'][number], context: ProposalContext): Decided {
  const { id, baseSaveNumber, decisions } = given
  const stored = getProposal(context.store.db, id)
  if (stored === null || stored.articleId !== articleId) throw new ContractError('not-found', { id })
  if (stored.saveNumber !== baseSaveNumber || stored.state === 'withdrawn') {
    throw new ContractError('conflict', { id: articleId })
  }
  const [base, head] = [textOf(given.base, articleId, context), textOf(given.head, articleId, context)]
  const saveNumber = stored.saveNumber + 1
  return { proposal: { ...stored, base, head, saveNumber, state: stateOf(base, head) }, decisions }
}

function put({ proposal, decisions }: Decided, at: string, actor: Save['actor'], context: ProposalContext): void {
  putProposal(context.store.db, { ...proposal, updatedAt: at })
  const by = { proposalId: proposal.id, at, actor, saveNumber: proposal.saveNumber }
  // The accepted words are the text of whoever proposed them.
  if (decisions.some(({ decision }) => decision === 'accepted'))
    addWriter(context.store.db, proposal.articleId, proposal.by)
  for (const { decision, removed, added } of decisions) record(context, by, decision, { removed, added })
  if (proposal.state === 'settled') record(context, by, 'settled')
}
