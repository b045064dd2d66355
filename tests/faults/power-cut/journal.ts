import type { State } from '#core/review/states.ts'

/** An entry of the journal: a state that the service acknowledged, or a change that it is about to be asked for. */
export type Entry =
  | { id: string; hash: string; state: State; isDeleted: boolean; revisions: number; events: number }
  | { id: string; isGone: true }
  /** The text of a save that is not acknowledged yet: it may be in the store or not. */
  | { id: string; intends: string }
  | { id: string; mayBeGone: true }
  | { asset: string }
