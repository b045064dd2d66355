import type { Proposal } from '#core/review/proposal.ts'
import type { Description } from '#core/review/proposals/describe.ts'
import type { Way } from './layer.ts'

/** A change as it stands in the text and on a card. */
export type Item = {
  /** Of the card. */
  readonly key: string
  readonly proposal: Proposal
  /** Which of the authors it is: their colour and pattern. */
  readonly author: number
  readonly way: Way
  readonly description: Description
  /**
   * The place of a clash among those of its proposal, with what the article has there, and whether the proposal can stand
   * beside that; null for a change.
   */
  readonly clash: { readonly index: number; readonly now: Description; readonly canBeBoth: boolean } | null
}

/** What a person decides on a change. `both`: what a clash proposes, beside what the article has there. */
export type Verdict = 'accepted' | 'rejected' | 'both'

/** What a person may do with changes. */
export type ChangeWays = {
  /** Null where this person may not edit the article. */
  readonly decide: ((keys: readonly string[], verdict: Verdict) => void) | null
  /** Takes changes of the proposal back that is being written; null for others. */
  readonly takeBack: ((keys: readonly string[]) => void) | null
  /** Begins a thread about a change; null where none can be. @throws ContractError or UnsavedError */
  readonly reply: ((item: Item, message: { id: string; text: string }) => Promise<void>) | null
}

/** The changes that stand beside a text. */
export type ChangeDesk = {
  readonly items: readonly Item[]
  /** Whether the proposals were read. */
  readonly isRead: boolean
  /** The same until what may be done changes. */
  readonly ways: ChangeWays
  readonly damaged: number
  readonly error: unknown
}
