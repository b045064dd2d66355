import type { Article } from '#core/article/article.ts'
import { compute } from '#core/changes/compute.ts'
import type { LeftOut } from '#core/export/tracked/left-out.ts'
import { proposedWords } from '#core/export/tracked/proposed-words.ts'
import type { Review, ReviewedAnchor, ReviewedProposal, ReviewedThread } from '#core/export/tracked/review.ts'
import { unitedDocument } from '#core/export/tracked/united.ts'
import { placeOf, type ThreadPlace } from '#core/review/place.ts'
import { openOf } from '#core/review/proposals/open.ts'
import type { Thread } from '#core/review/thread.ts'
import type { ReadDb } from '#db/handles.ts'
import { listProposals } from '#db/tables/proposals.ts'
import { getRevision } from '#db/tables/revisions.ts'
import { listThreads } from '#db/tables/threads.ts'

/** The review of an article, and the proposed changes that the file cannot hold. */
export type OutgoingReview = { review: Review; leftOut: readonly LeftOut[] }

/** @returns what is open of the proposals for an article, and its threads, addressed to it as it stands. */
export function reviewOf(article: Article, db: ReadDb): OutgoingReview {
  const open = listProposals(db, article.id).proposals.map((proposal) => ({
    proposal,
    open: openOf(article, proposal),
  }))
  const outgoing = open.filter(({ open: { head } }) => compute(article, head).length > 0)
  const proposals = outgoing.map(({ proposal: { by, updatedAt }, open: { head } }): ReviewedProposal => ({
    ...{ by, at: updatedAt, head },
  }))
  const numbers = new Map(outgoing.map(({ proposal: { id } }, number) => [id, number]))
  const clashing = open.flatMap(({ open: { clashes } }) => clashes.map(() => 'clash' as const))
  const threads = listThreads(db, article.id).threads.map((thread): ReviewedThread => {
    const here = threadIn(article, thread, db)
    const number = thread.proposal === null ? undefined : numbers.get(thread.proposal)
    const head = number === undefined ? undefined : proposals[number]?.head
    const anchor = head === undefined ? null : proposedWords(article, head, here.anchor)
    return anchor === null || number === undefined ? here : { ...here, anchor, proposal: number }
  })
  const review = { proposals, threads: threads.filter(({ messages }) => messages.length > 0) }
  return { review, leftOut: [...clashing, ...unitedDocument(article, review).leftOut] }
}

function threadIn(article: Article, { anchor, revision, resolved, messages }: Thread, db: ReadDb): ReviewedThread {
  const text = getRevision(db, revision)
  return {
    anchor: text === null ? { on: 'article' } : anchorAt(placeOf(anchor, text, article)),
    proposal: null,
    isResolved: resolved !== null,
    messages: messages.flatMap(({ by, at, text: words, isTakenBack }) =>
      isTakenBack ? [] : [{ by, at, text: words }],
    ),
  }
}

function anchorAt(place: ThreadPlace): ReviewedAnchor {
  if (place.on !== 'words') return place.on === 'block' ? { on: 'block', block: place.block } : { on: 'article' }
  const [first, last] = [place.parts[0], place.parts.at(-1)]
  if (first === undefined || last === undefined) return { on: 'article' }
  return { on: 'words', start: { block: first.block, at: first.start }, end: { block: last.block, at: last.end } }
}
