import type { State } from '#core/review/states.ts'

/** What the service was heard to say, or is about to be asked. */
export type Told =
  | { id: string; hash: string; state: State; isDeleted: boolean; revisions: number; events: number }
  | { id: string; isGone: true }
  /** The text that is being saved: it may be there already, or not yet. */
  | { id: string; intends: string }
  | { id: string; mayBeGone: true }
  | { asset: string }
