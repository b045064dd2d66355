import type { Article } from '#core/article/article.ts'
import type { CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { treeOf } from '#core/changes/tree.ts'
import { placeOf, type ThreadPlace } from '#core/review/place.ts'
import { describe, type Description } from '#core/review/proposals/describe.ts'
import { openOf } from '#core/review/proposals/open.ts'
import type { Proposal } from '#core/review/proposal.ts'
import type { Thread } from '#core/review/thread.ts'
import type { Session } from '../session.ts'

/** What stands beside an article: threads with their places in the text, and proposals with what is open of them. */
export type ReviewState = {
  threads: (Thread & { place: ThreadPlace })[]
  proposals: (Omit<Proposal, 'base' | 'head'> & { changes: Description[]; clashes: number })[]
  damaged: number
}

/** @returns the threads and proposals about an article. */
export async function reviewState(session: Session, id: string, article: Article): Promise<ReviewState> {
  const { threads, damaged } = await session.call('threads.list', { id })
  const { proposals, damaged: others } = await session.call('proposals.list', { id })
  const texts = await revisionsOf(session, id, threads)
  return {
    threads: threads.map((thread) => ({ ...thread, place: placeIn(article, thread, texts.get(thread.revision)) })),
    proposals: proposals.map(({ base, head, ...rest }) => ({ ...rest, ...changesOf(article, { base, head }) })),
    damaged: damaged + others,
  }
}

type Threads = CallOutput<'threads.list'>['threads']

/** @returns the texts in which threads lie, without damaged ones. */
async function revisionsOf(session: Session, id: string, threads: Threads): Promise<Map<string, Article>> {
  const texts = new Map<string, Article>()
  for (const hash of new Set(threads.map(({ revision }) => revision))) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the service answers one call at a time
      texts.set(hash, (await session.call('history.read', { id, hash })).article)
    } catch (error) {
      if (!(error instanceof ContractError && error.code === 'article-damaged')) throw error
    }
  }
  return texts
}

function placeIn(article: Article, { anchor }: Thread, revision: Article | undefined): ThreadPlace {
  return revision === undefined
    ? { on: 'article', isGone: anchor.on !== 'article' }
    : placeOf(anchor, revision, article)
}

/** @returns what is open of a proposal, each part that is decided on by itself. */
function changesOf(article: Article, ends: Pick<Proposal, 'base' | 'head'>) {
  const { parts, clashes } = openOf(article, ends)
  const tree = treeOf(article.document)
  return { changes: parts.map((part) => describe(tree, part)), clashes: clashes.length }
}
