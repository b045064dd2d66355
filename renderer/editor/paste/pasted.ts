import type { Block } from '#core/article/block.ts'

/** What a paste consists of. */
export type Pasted = {
  blocks: readonly Block[]
  /** The id of the block that the source marks as the headline of an article; null if it marks none. */
  headline: string | null
}
