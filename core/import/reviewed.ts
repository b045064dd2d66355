import type { Article } from '../article/article.ts'

/** What a thread of a file is about: a place in one of the texts of the file, as `core/review/anchor.ts` has it. */
export type ImportedAnchor =
  | { on: 'article' }
  | { on: 'block'; block: string }
  | { on: 'words'; start: ImportedPlace; end: ImportedPlace; quote: string; before: string; after: string }

export type ImportedPlace = { block: string; at: number }

export type ImportedMessage = {
  /** The name in the file; empty where it gives none. */
  by: string
  /** ISO 8601, UTC; null where the file gives no time. */
  at: string | null
  text: string
}

/** A discussion in a file. */
export type ImportedThread = {
  anchor: ImportedAnchor
  /** In which text of the file the anchor lies: the article, or the head of the proposal with this index. */
  proposal: number | null
  isResolved: boolean
  messages: ImportedMessage[]
}

/** What one person proposes in a file. Its base is the article. */
export type ImportedProposal = {
  /** The name in the file; empty where it gives none. */
  by: string
  /** Of the last change; null where the file gives no time. */
  at: string | null
  head: Article
  /** Who else had a part in these changes, which cannot be taken apart. */
  others: string[]
}
