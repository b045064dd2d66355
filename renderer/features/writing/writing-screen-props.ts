import type { ReactNode } from 'react'
import type { Article } from '#core/article/article.ts'
import type { State } from '#core/review/states.ts'
import type { VersionsContext } from './use-versions.ts'

/** What other features get to know of the article that is open. */
export type WritingContext = {
  id: string
  state: State
  /**
   * Saves all, then does the work; nobody can write meanwhile, for the work may end their right to.
   * @returns false, without having done it, when not all could be saved. Throws what the work throws.
   */
  onceSaved: (work: () => Promise<unknown>) => Promise<boolean>
  /** Opens the article anew, after it was moved to another state. */
  reload: () => void
}

export type WritingScreenProps = {
  id: string
  /** The block to show first, as a checklist asks for; null: where the caret was. */
  blockId: string | null
  onBack: () => void
  /** Opens another article. */
  onOpen: (id: string) => void
  /** Moves the article into the bin. @returns whether it is there now. */
  onPutAway: (article: { id: string; headline: string }) => Promise<boolean>
  onExport: () => void
  renderReview: (writing: WritingContext) => ReactNode
  renderVersions: (versions: VersionsContext) => ReactNode
  renderComparison: (versions: VersionsContext, now: Article) => ReactNode
  /** Shows the versions of an article that cannot be opened. */
  onVersions: () => void
}
