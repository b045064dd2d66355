import type { ReactNode } from 'react'
import type { Article } from '#core/article/article.ts'
import type { State } from '#core/review/states.ts'
import type { ChangeDesk } from '#renderer/editor/proposals/item.ts'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import type { MergeContext, OtherVersion } from './use-merge.ts'
import type { MergeVersion, SinceContext, VersionsContext } from './use-versions.ts'

/** What other features may know of the open article, and do to it. */
export type WritingContext = {
  id: string
  state: State
  /**
   * Saves everything, then runs the work. The page is locked meanwhile, because the work may make the article read-only.
   * @returns false, without running the work, if saving fails
   * @throws the error of the work
   */
  onceSaved: (work: () => Promise<unknown>) => Promise<boolean>
  /** Opens the article again, after a change of its state. */
  reload: () => void
  comments: Comments
  changes: ChangeDesk
}

export type WritingScreenProps = {
  id: string
  /** The block to show first, for a finding of the checklist; null for the last place of the caret. */
  blockId: string | null
  onBack: () => void
  /** Opens another article. */
  onOpen: (id: string) => void
  /** Moves the article into the bin. @returns whether that worked. */
  onPutAway: (article: { id: string; headline: string }) => Promise<boolean>
  /** Makes a copy of an article and opens it. */
  onDuplicate: (id: string) => void
  onExport: () => void
  /** Hands the article over to another machine. */
  onHandOver: () => void
  renderReview: (writing: WritingContext) => ReactNode
  renderVersions: (versions: VersionsContext & SinceContext) => ReactNode
  renderComparison: (versions: VersionsContext, now: Article, merge: MergeVersion) => ReactNode
  /** A version from elsewhere, to be merged once the article is open; null for none. */
  other: OtherVersion | null
  /** Called when that is merged, or left. */
  onOtherDone: () => void
  renderMerge: (merge: MergeContext) => ReactNode
  /** Shows the versions of an article that cannot be opened. */
  onVersions: () => void
}
