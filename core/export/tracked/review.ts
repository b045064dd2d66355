import type { Article } from '../../article/article.ts'

/** Who wrote or changed something, and when; ISO 8601. */
export type Maker = { readonly by: string; readonly at: string }

/** What one person proposes to change in the article as it stands. */
export type ReviewedProposal = Maker & { readonly head: Article }

type Place = { readonly block: string; readonly at: number }

/** What a thread is about in the article as it stands. */
export type ReviewedAnchor =
  | { readonly on: 'article' }
  | { readonly on: 'block'; readonly block: string }
  | { readonly on: 'words'; readonly start: Place; readonly end: Place }

export type ReviewedThread = {
  readonly anchor: ReviewedAnchor
  /** In which text the anchor lies: the article, or the head of the proposal with this index. */
  readonly proposal: number | null
  readonly isResolved: boolean
  readonly messages: readonly (Maker & { readonly text: string })[]
}

/** The review of an article, for a format that carries it beside the text. */
export type Review = {
  readonly proposals: readonly ReviewedProposal[]
  readonly threads: readonly ReviewedThread[]
}
