import type { Direction } from '../../article/block.ts'
import type { Inline } from '../../article/inline.ts'

/** A line of text with its direction: what a text block is to a format that needs no more of it. */
export type Words = {
  readonly dir: Direction
  readonly children: readonly Inline[]
  /** Of the block that it is; absent from a line that only the export has. */
  readonly id?: string
}
