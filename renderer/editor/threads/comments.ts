import type { Anchor } from '#core/review/anchor.ts'
import type { ThreadPlace } from '#core/review/place.ts'
import type { Thread } from '#core/review/thread.ts'
import type { CardChoice } from '../cards/card-choice.ts'

export const FILTERS = ['open', 'mine', 'resolved'] as const
export type ThreadFilter = (typeof FILTERS)[number]

/** The key of the card in which a new comment is written. */
export const NEW_CARD = 'new-comment'

/** The comments of the article that is open, and what can be done with them. */
export type Comments = {
  readonly articleId: string
  /** Those that the filter shows. */
  readonly shown: readonly Thread[]
  /** How many are open. */
  readonly open: number
  readonly isReading: boolean
  readonly damaged: number
  /** Why they could not be read. */
  readonly error: unknown
  readonly filter: ThreadFilter
  readonly setFilter: (filter: ThreadFilter) => void
  /** Null while it is not known. */
  readonly placeOf: (key: string) => ThreadPlace | null
  /** The people whom a message can name. */
  readonly people: readonly string[]
  /** What the comment that is being written is about; null while there is none. */
  readonly draft: Anchor | null
  /** Begins to write a comment on the selection. */
  readonly start: () => void
  readonly giveUp: () => void
  /** Saves the article, and begins the thread. @throws ContractError, or UnsavedError when saving fails */
  readonly send: (text: string) => Promise<void>
  /** Changes a thread by a call, and shows the answer. @returns whether it was done; `refusal` says why not */
  readonly act: (threadId: string, work: () => Promise<{ thread: Thread }>) => Promise<boolean>
  /** The last refusal to change a thread. */
  readonly refusal: { readonly threadId: string; readonly error: unknown } | null
  readonly choice: CardChoice
  /** The panel shows either the cards or the steps of the review. */
  readonly view: 'cards' | 'steps'
  readonly setView: (view: 'cards' | 'steps') => void
  /** The document at the writer's last pause, as an external store. */
  readonly pauses: { readonly subscribe: (listener: () => void) => () => void; readonly get: () => unknown }
}

/** The article has text that could not be saved, so nothing can be said about it. */
export class UnsavedError extends Error {}
