import type { Article } from '#core/article/article.ts'
import { compute } from '#core/changes/compute.ts'
import type { Review, ReviewedAnchor, ReviewedProposal, ReviewedThread } from '#core/export/tracked/review.ts'
import { unitedDocument } from '#core/export/tracked/united.ts'
import { placeOf, type ThreadPlace } from '#core/review/place.ts'
import { openOf } from '#core/review/proposals/open.ts'
import type { Thread } from '#core/review/thread.ts'
import type { ReadDb } from '#db/handles.ts'
import { listProposals } from '#db/tables/proposals.ts'
import { getRevision } from '#db/tables/revisions.ts'
import { listThreads } from '#db/tables/threads.ts'

/** The review of an article, and how many proposed changes it cannot hold. */
export type OutgoingReview = { review: Review; leftOut: number }

/** @returns what is open of the proposals for an article, and its threads, addressed to it as it stands. */
export function reviewOf(article: Article, db: ReadDb): OutgoingReview {
  const open = listProposals(db, article.id).proposals.map((proposal) => ({
    proposal,
    open: openOf(article, proposal),
  }))
  const proposals = open.flatMap(({ proposal: { by, updatedAt }, open: { head } }): ReviewedProposal[] =>
    compute(article, head).length === 0 ? [] : [{ by, at: updatedAt, head }],
  )
  const clashing = open.reduce((sum, { open: { clashes } }) => sum + clashes.length, 0)
  const threads = listThreads(db, article.id).threads.map((thread) => threadIn(article, thread, db))
  const review = { proposals, threads: threads.filter(({ messages }) => messages.length > 0) }
  return { review, leftOut: clashing + unitedDocument(article, review).leftOut }
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
