import type { Article } from '#core/article/article.ts'
import { importing } from '#core/locale/ar/importing.ts'
import { translator } from '#core/locale/translate.ts'
import type { ImportedThread } from '#core/import/reviewed.ts'
import type { Anchor } from '#core/review/anchor.ts'
import { anchorOf } from '#core/review/anchor-words.ts'
import { placesIn, type ThreadPlace } from '#core/review/place.ts'
import type { Actor } from '#core/review/states.ts'
import { isOpen } from '#core/review/needs.ts'
import type { ThreadEntry } from '#core/review/thread-entries.ts'
import { countReview } from '#db/tables/open-review.ts'
import { addProposalEntry } from '#db/tables/proposal-entries.ts'
import { listProposals, putProposal } from '#db/tables/proposals.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { addThread, addThreadEntry, listThreads } from '#db/tables/threads.ts'
import { newChanges, newMessages } from './already-here.ts'
import type { ImportContext } from './incoming.ts'

type IncomingProposal = {
  readonly by: string
  readonly at: string | null
  readonly base: Article
  readonly head: Article
  /** Who else had a part in it. */
  readonly others: readonly string[]
  readonly isUntracked: boolean
}

/** What a file holds of the review of an article, addressed to texts that the store keeps. */
export type IncomingReview = {
  /** In the text of which threads lie. */
  readonly text: Article
  readonly proposals: readonly IncomingProposal[]
  readonly threads: readonly ImportedThread[]
}

/** Nobody writes without a name here. */
const nameOf = (by: string): string => (by === '' ? importing['unknown-person'] : by)

const t = translator('ar', 'latn')

/** @returns what the card of a proposal says of where it came from. */
function noteOf({ others, isUntracked }: IncomingProposal): string {
  if (isUntracked) return t('importing.note-untracked')
  if (others.length === 0) return t('importing.note-from-word')
  return t('importing.note-shared', { names: others.map(nameOf).join('، ') })
}

/**
 * Stores the proposals and threads of a file under the names of those who made them. The audit of each says that it came in a
 * Word document, and who took it in.
 * @param article as it stands in the store
 */
export function addReview(article: Article, review: IncomingReview, actor: Actor, context: ImportContext): void {
  const { store, now, newId, emit, clientId } = context
  const { db } = store
  const at = now()
  const open = listProposals(db, article.id).proposals
  const ids = review.proposals.map((proposal): string | null => {
    const own = open.filter(({ by }) => by === nameOf(proposal.by))
    const ends = newChanges(proposal, article, own, context.newBlockId)
    if (ends === null) return null
    const id = newId()
    const { base, head } = ends
    const note = noteOf(proposal)
    const made = {
      by: nameOf(proposal.by),
      role: 'reporter',
      createdAt: proposal.at ?? at,
      updatedAt: proposal.at ?? at,
    } as const
    putProposal(db, { ...made, id, articleId: article.id, note, base, head, saveNumber: 0, state: 'open' })
    // Whoever takes it in, not whoever made it, is who added it here.
    const by = { by: actor.name, role: actor.role }
    addProposalEntry(db, {
      id: newId(),
      proposalId: id,
      at,
      ...by,
      action: 'begun',
      removed: '',
      added: '',
      saveNumber: 0,
    })
    return id
  })
  const anchored = anchoring(article, review)
  const here = listThreads(db, article.id).threads
  for (const thread of review.threads) {
    const { answers, messages } = newMessages(named(thread), here)
    if (answers !== null) {
      for (const entry of entriesOf(
        answers.id,
        { ...thread, messages: [...messages] },
        isOpen(answers),
        at,
        actor,
        newId,
      ))
        addThreadEntry(db, entry)
      continue
    }
    const revision = addRevision(db, { article, at, by: actor.name, reason: 'commented' })
    const proposal = thread.proposal === null ? null : (ids[thread.proposal] ?? null)
    const id = newId()
    addThread(db, article.id, { id, revision, anchor: anchored(thread), proposal })
    for (const entry of entriesOf(id, thread, null, at, actor, newId)) addThreadEntry(db, entry)
  }
  countReview(db, article.id)
  if (ids.length > 0) emit({ type: 'proposals-changed', id: article.id, by: clientId })
  if (review.threads.length > 0) emit({ type: 'threads-changed', id: article.id, by: clientId })
}

function named(thread: ImportedThread): ImportedThread {
  return { ...thread, messages: thread.messages.map((message) => ({ ...message, by: nameOf(message.by) })) }
}

/**
 * A thread that comes resolved was resolved by somebody whom the file does not name: here, whoever takes it in does so.
 * @param isOpenHere whether the thread that is continued is open; null for a new thread
 */
function entriesOf(
  threadId: string,
  thread: ImportedThread,
  isOpenHere: boolean | null,
  at: string,
  actor: Actor,
  newId: () => string,
): ThreadEntry[] {
  const entries = thread.messages.map((message, index): ThreadEntry => ({
    ...{ id: newId(), threadId, at: message.at ?? at, by: nameOf(message.by), role: 'reporter', text: message.text },
    ...{ action: index === 0 && isOpenHere === null ? 'begun' : 'replied', messageId: newId() },
  }))
  const end = {
    id: newId(),
    threadId,
    at,
    by: actor.name,
    role: actor.role,
    action: 'resolved',
    messageId: null,
    text: '',
  } as const
  return thread.isResolved && (isOpenHere !== false || entries.length > 0) ? [...entries, end] : entries
}

/** @returns a function that places threads in the article: those on words that are only proposed stand at their block. */
function anchoring(article: Article, { text, proposals }: IncomingReview): (thread: ImportedThread) => Anchor {
  const places = placesIn(text, article)
  const proposed = proposals.map(({ head }) => placesIn(head, article))
  return ({ anchor, proposal }) => {
    const place = proposal === null ? places : (proposed[proposal] ?? places)
    return anchorAt(article, place(anchor))
  }
}

function anchorAt(article: Article, place: ThreadPlace): Anchor {
  if (place.on === 'article') return { on: 'article' }
  if (place.on === 'block') return { on: 'block', block: place.block }
  const [first, last] = [place.parts[0], place.parts.at(-1)]
  if (first === undefined || last === undefined) return { on: 'article' }
  const start = { block: first.block, at: first.start }
  const end = { block: last.block, at: last.end }
  return anchorOf(article, start, end) ?? { on: 'block', block: first.block }
}
