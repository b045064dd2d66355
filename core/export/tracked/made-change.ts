import type { Change, Key } from '../../changes/change.ts'
import type { Maker } from './review.ts'

/** A change of the article with who proposes it. */
export type MadeChange = {
  readonly change: Change
  readonly maker: Maker
  /** By its place among all. */
  readonly proposal: number
  /** The block that an insertion copies: it moves, and stays deleted where it was. */
  readonly copyOf?: Key
}
