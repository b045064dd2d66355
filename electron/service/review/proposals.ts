import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import type { NewId } from '#core/article/factories.ts'
import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor } from '#core/review/states.ts'
import { countReview } from '#db/tables/open-review.ts'
import { addProposalEntry, type ProposalEntry } from '#db/tables/proposal-entries.ts'
import { getProposal, putProposal, type ProposalRecord } from '#db/tables/proposals.ts'
import { loadHead } from '../articles/load-article.ts'
import { parsed } from '../articles/parsed.ts'
import type { WriteContext } from '../articles/write-context.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export type ProposalContext = WriteContext & { newId: () => string; newBlockId: NewId }

/**
 * Saves what a person proposes. It is no edit of the article, and needs no lock: only its author writes a proposal.
 * @throws ContractError `conflict` for a save that did not start from the stored one, `not-yours`, `invalid-input`
 */
export function saveProposal(
  { id, proposalId, note, baseSaveNumber, actor, ...given }: CallGiven<'proposals.save'>,
  context: ProposalContext,
): CallOutput<'proposals.save'> {
  const { store, now } = context
  requireWritableStore(store)
  loadHead(store, id)
  const before = getProposal(store.db, proposalId)
  if (before !== null) requireOwn(before, actor)
  const isBased = before === null ? baseSaveNumber === null : before.saveNumber === baseSaveNumber
  if (!isBased || before?.state === 'withdrawn') throw new ContractError('conflict', { id })
  if (before !== null && before.articleId !== id) throw new ContractError('invalid-input', { path: 'id' })
  const [base, head] = [textOf(given.base, id, context), textOf(given.head, id, context)]
  const at = now()
  const saveNumber = before === null ? 0 : before.saveNumber + 1
  const state = stateOf(base, head)
  const created = before ?? { id: proposalId, articleId: id, by: actor.name, role: actor.role, createdAt: at }
  commit(id, context, () => {
    putProposal(store.db, { ...created, note, base, head, saveNumber, updatedAt: at, state })
    const by = { proposalId, at, actor, saveNumber }
    if (state === 'open' && before?.state !== 'open') record(context, by, 'begun')
    if (state === 'settled' && before?.state === 'open') record(context, by, 'settled')
  })
  return { saveNumber, updatedAt: at }
}

/** Takes a proposal back. @throws ContractError `not-found`, `not-yours` */
export function withdrawProposal(
  { proposalId, actor }: CallGiven<'proposals.withdraw'>,
  context: ProposalContext,
): void {
  const { store, now } = context
  requireWritableStore(store)
  const proposal = getProposal(store.db, proposalId)
  if (proposal === null) throw new ContractError('not-found', { id: proposalId })
  loadHead(store, proposal.articleId)
  requireOwn(proposal, actor)
  if (proposal.state === 'withdrawn') return
  const [at, saveNumber] = [now(), proposal.saveNumber + 1]
  commit(proposal.articleId, context, () => {
    putProposal(store.db, { ...proposal, saveNumber, updatedAt: at, state: 'withdrawn' })
    record(context, { proposalId, at, actor, saveNumber }, 'withdrawn')
  })
}

/**
 * Reads a text of a proposal. A window is not trusted to keep the rules of an article, nor to name the right one.
 * @throws ContractError `invalid-input`
 */
export function textOf(article: Article, id: string, { newBlockId }: ProposalContext): Article {
  if (article.id !== id) throw new ContractError('invalid-input', { path: 'article' })
  return parsed(article, newBlockId)
}

/** @returns whether anything of a proposal is open. */
export function stateOf(base: Article, head: Article): 'open' | 'settled' {
  return canonicalJson(base) === canonicalJson(head) ? 'settled' : 'open'
}

function requireOwn({ by }: ProposalRecord, actor: Actor): void {
  if (by !== actor.name) throw new ContractError('not-yours', { by })
}

type By = { proposalId: string; at: string; actor: Actor; saveNumber: number }

/** Adds to the audit of a proposal. */
export function record(
  { store, newId }: ProposalContext,
  { proposalId, at, actor, saveNumber }: By,
  action: ProposalEntry['action'],
  words = { removed: '', added: '' },
): void {
  const entry = { id: newId(), proposalId, at, by: actor.name, role: actor.role, action, saveNumber }
  addProposalEntry(store.db, { ...entry, ...words })
}

/** Writes a change of a proposal with what is counted of it, and notifies every window. */
export function commit(articleId: string, { store, emit, clientId }: ProposalContext, work: () => void): void {
  store.db.transaction(() => {
    work()
    countReview(store.db, articleId)
  })
  emit({ type: 'proposals-changed', id: articleId, by: clientId })
}
