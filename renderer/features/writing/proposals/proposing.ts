import type { Article } from '#core/article/article.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Proposal } from '#core/review/proposal.ts'
import { reject } from '#core/review/proposals/decide.ts'
import { isSettled, openOf, type Ends, type Open } from '#core/review/proposals/open.ts'
import { sharing } from '#core/review/proposals/share.ts'
import { carriedTo } from '#core/review/proposals/rebase.ts'
import { call } from '#renderer/bridge/client.ts'
import type { OpenedArticle } from '#renderer/bridge/open-article.ts'
import { newBlockId } from '#renderer/editor/new-id.ts'
import { createCommitter } from '../commit.ts'
import { createSession, type Session } from '../session.ts'
import { isConflict, type Target } from '../target.ts'
import { valueFeed } from '../value-feed.ts'
import { numberNames, paintBack, partsBack } from './painter.ts'

/** A proposal that is being written. `saveNumber` is `NEVER` until it is saved for the first time. */
type Draft = Ends & { id: string; saveNumber: number; note: string }

const NEVER = -1

/** The last saves of proposals that were left, by article. Another session must wait, or it would begin with an older one. */
const leaving = new Map<string, Promise<unknown>>()

const newDraft = (article: Article): Draft => ({
  ...{ id: crypto.randomUUID(), base: article, head: article, saveNumber: NEVER, note: '' },
})

/** A draft as it is shown: without what changes with every save. */
const asProposal = ({ id, base, head, note }: Draft, by: string): Proposal => ({
  ...{ id, by, base, head, note, saveNumber: 0, createdAt: '', updatedAt: '' },
})

/**
 * Starts a session in which a person proposes for an open article. It goes on with what is open of their own proposal, carried
 * onto the article as it stands; what clashes with the article stays behind in a proposal of its own.
 * @throws ContractError
 */
export async function createProposing(session: Session): Promise<Session> {
  const article = session.article()
  const actor = session.actor()
  await leaving.get(article.id)
  const { proposals } = await call('proposals.list', { id: article.id })
  const own = proposals
    .filter(({ by }) => by === actor.name)
    .map((proposal) => ({ proposal, open: openOf(article, proposal) }))
  const whole = own.findLast(({ open }) => open.clashes.length === 0)
  const divided = own.findLast(({ open }) => open.parts.length > 0)
  const draft =
    whole !== undefined
      ? { ...whole.proposal, base: article, head: whole.open.head }
      : divided !== undefined
        ? await divide(article, divided.proposal, divided.open)
        : newDraft(article)
  const { state, goal } = session
  draft.head = sharing(draft.head, article)
  const opened: OpenedArticle = {
    ...session.opened,
    ...{ article: draft.head, state: state.get(), goal: goal.get(), editable: true, readOnlyReason: null },
    caret: session.editor.selection,
  }
  return createSession(opened, actor, () => proposalTarget(article, draft, actor.name, session.book))
}

/** Leaves what clashes in its proposal, and takes the rest into a new one. Saved in this order, no word is in neither. */
async function divide(article: Article, { id, note, saveNumber }: Proposal, open: Open): Promise<Draft> {
  const draft = { ...newDraft(article), head: open.head, note }
  const saved = await call('proposals.save', {
    ...{ id: article.id, proposalId: draft.id, base: article, head: open.head, note, baseSaveNumber: null },
  })
  const left = reject(article, open, open.parts.flat(), newBlockId).ends
  await call('proposals.save', { id: article.id, proposalId: id, ...left, note, baseSaveNumber: saveNumber })
  return { ...draft, saveNumber: saved.saveNumber }
}

/** @returns the target of a session in which `draft` is written for an article */
function proposalTarget(article: Article, first: Draft, by: string, book: Session['book']): Target {
  let draft = first
  let committer = committerOf(article.id, draft)
  const changes = valueFeed(0)
  const restart = (next: Draft): void => {
    draft = next
    changes.set(changes.get() + 1)
    committer = committerOf(article.id, next)
  }
  return {
    mode: 'propose',
    article,
    // The board of a proposal draws the proposal alone.
    book: { ...book, stop: () => {} },
    source: {
      paint(live) {
        const names = [by, ...book.proposals.get().map((each) => each.by)]
        return [paintBack(live, asProposal(draft, by), numberNames(names)(by), partsBack(live, draft.base))]
      },
      subscribe: changes.subscribe,
    },
    async commit(text, adopt) {
      // Nothing was proposed yet.
      if (draft.saveNumber === NEVER && isSettled({ base: draft.base, head: text.article })) return null
      try {
        const { saveNumber } = await committer.commit(text)
        draft = { ...draft, head: text.article, saveNumber }
      } catch (error) {
        if (!isConflict(error)) throw error
        // Somebody decided on parts of it.
        const next = await met(article.id, draft, text.article)
        restart(next)
        adopt(next.head)
        const { saveNumber } = await committer.commit({ ...text, article: next.head })
        draft = { ...next, saveNumber }
      }
      return null
    },
    saveNumber: () => null,
    reconnect: () => Promise.resolve(),
    keepMine: () => Promise.resolve(),
    close: (lastStep) => void leaving.set(article.id, lastStep()),
  }

  function committerOf(id: string, { id: proposalId, note, saveNumber }: Draft) {
    const find = async (): Promise<Proposal> => {
      const { proposals } = await call('proposals.list', { id })
      const found = proposals.find((each) => each.id === proposalId)
      if (found === undefined) throw new ContractError('conflict', { id })
      return found
    }
    return createCommitter(
      {
        async save({ article: head, baseSaveNumber }) {
          const number = baseSaveNumber === NEVER ? null : baseSaveNumber
          const saved = await call('proposals.save', {
            ...{ id, proposalId, base: draft.base, head, note, baseSaveNumber: number },
          })
          return { saveNumber: saved.saveNumber, state: 'draft' }
        },
        async read() {
          const { head, saveNumber: stored } = await find()
          return { article: head, saveNumber: stored }
        },
      },
      saveNumber,
    )
  }
}

/** @returns what is written of a proposal, with what others decided on it meanwhile; what is written wins where they clash */
async function met(id: string, draft: Draft, head: Article): Promise<Draft> {
  const { proposals } = await call('proposals.list', { id })
  const stored = proposals.find((each) => each.id === draft.id)
  if (stored !== undefined)
    return { ...stored, head: carriedTo(draft.head, head, stored.head, 'ours'), note: draft.note }
  // All of it was settled: what was written since the last save is a proposal of its own.
  const { article } = await call('articles.get', { id })
  return { ...newDraft(article), head: carriedTo(draft.head, head, article, 'ours'), note: draft.note }
}
