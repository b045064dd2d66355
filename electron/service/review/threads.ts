import type { Article } from '#core/article/article.ts'
import type { CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { liesIn } from '#core/review/anchor-words.ts'
import type { Actor } from '#core/review/states.ts'
import type { ThreadEntry } from '#core/review/thread-entries.ts'
import type { Message, Thread } from '#core/review/thread.ts'
import { countReview } from '#db/tables/open-review.ts'
import { getProposal } from '#db/tables/proposals.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { addThread, addThreadEntry, getThread, threadOfMessage } from '#db/tables/threads.ts'
import { loadArticle, loadHead } from '../articles/load-article.ts'
import type { WriteContext } from '../articles/write-context.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export type ReviewContext = WriteContext & { newId: () => string }

/**
 * Begins a thread. It is no edit: the article stays as it is, in its state, whoever else writes it.
 * @throws ContractError `conflict` when the text was saved since, `invalid-input` when the anchor does not lie in it
 */
export function beginThread(input: CallGiven<'threads.begin'>, context: ReviewContext): Thread {
  const { store, now, newId } = context
  const { id, anchor, proposal, text, actor } = input
  requireWritableStore(store)
  const before = sentBefore(input, context)
  if (before !== null) return before
  const article = anchoredText(input, context)
  if (!liesIn(anchor, article)) throw new ContractError('invalid-input', { path: 'anchor' })
  const [threadId, at] = [newId(), now()]
  const messageId = input.messageId ?? newId()
  return change(id, threadId, context, () => {
    const revision = addRevision(store.db, { article, at, by: actor.name, reason: 'commented' })
    addThread(store.db, id, { id: threadId, revision, anchor, proposal })
    return entryOf(context, threadId, at, actor, { action: 'begun', messageId, text })
  })
}

/** @returns the text in which an anchor lies: the saved one, or the base of the proposal that the thread is about. */
function anchoredText({ id, saveNumber, proposal }: CallGiven<'threads.begin'>, { store }: ReviewContext): Article {
  const stored = loadArticle(store, id)
  if (proposal === null) {
    if (stored.saveNumber !== saveNumber) throw new ContractError('conflict', { id })
    return stored.article
  }
  const found = getProposal(store.db, proposal)
  if (found === null || found.articleId !== id) throw new ContractError('not-found', { id })
  if (found.saveNumber !== saveNumber) throw new ContractError('conflict', { id })
  return found.base
}

/** Answers. @throws ContractError `not-found`, `in-the-bin` */
export function replyTo(input: CallGiven<'threads.reply'>, context: ReviewContext): Thread {
  requireWritableStore(context.store)
  const before = sentBefore(input, context)
  if (before !== null) return before
  const { text, messageId = context.newId() } = input
  return addToThread(input, context, () => ({ action: 'replied', messageId, text }))
}

type Sent = { messageId?: string | undefined; text: string; actor: Actor }

/** @returns the thread of a message that came before, with the words that it has now; null for a message that is new. */
function sentBefore({ messageId, text, actor }: Sent, context: ReviewContext): Thread | null {
  const { db } = context.store
  const threadId = messageId === undefined ? null : threadOfMessage(db, messageId)
  const thread = threadId === null ? null : (getThread(db, threadId)?.thread ?? null)
  if (threadId === null || messageId === undefined || thread === null) return null
  if (ownMessage(thread, messageId, actor).text === text) return thread
  return addToThread({ threadId, actor }, context, () => ({ action: 'edited', messageId, text }))
}

type Given = { action: ThreadEntry['action']; messageId: string | null; text: string }

/** Adds to a thread that is there. @throws ContractError `not-found`, `in-the-bin`; what `given` throws */
export function addToThread(
  { threadId, actor }: { threadId: string; actor: Actor },
  context: ReviewContext,
  given: (thread: Thread) => Given,
): Thread {
  const { store, now } = context
  requireWritableStore(store)
  const found = getThread(store.db, threadId)
  if (found === null) throw new ContractError('not-found', { id: threadId })
  loadHead(store, found.articleId)
  const added = given(found.thread)
  return change(found.articleId, threadId, context, () => entryOf(context, threadId, now(), actor, added))
}

/** @returns a message of a thread. @throws ContractError `not-found`; `not-yours` for another's */
export function ownMessage(thread: Thread, messageId: string, actor: Actor): Message {
  const message = thread.messages.find((each) => each.id === messageId)
  if (message === undefined) throw new ContractError('not-found', { id: messageId })
  if (message.by !== actor.name) throw new ContractError('not-yours', { by: message.by })
  return message
}

function entryOf({ newId }: ReviewContext, threadId: string, at: string, actor: Actor, given: Given): ThreadEntry {
  return { id: newId(), threadId, at, by: actor.name, role: actor.role, ...given }
}

/** Writes an entry, and what lists show of it, in one transaction. @returns the thread as it is then */
function change(articleId: string, threadId: string, context: ReviewContext, entry: () => ThreadEntry): Thread {
  const { db } = context.store
  const thread = db.transaction(() => {
    addThreadEntry(db, entry())
    countReview(db, articleId)
    return getThread(db, threadId)?.thread
  })
  if (thread === undefined) throw new Error('A thread that was just written cannot be read')
  context.emit({ type: 'threads-changed', id: articleId, by: context.clientId })
  return thread
}
