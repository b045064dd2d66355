import type { AnyBlock } from '../../article/block.ts'
import { isBlank } from './blank.ts'

/** What only the block around it writes: lists, links and tables are laid out as a whole. */
type Part = 'list-item' | 'related-item' | 'table-row' | 'table-cell'

/** A block that the walk may meet. */
export type WalkedBlock = Exclude<AnyBlock, { type: Part }>
type WrittenBlock = Exclude<WalkedBlock, { type: 'unknown' }>
type WrittenType = WrittenBlock['type']

/** A block of one type. */
export type BlockOf<T extends WrittenType> = Extract<WrittenBlock, { type: T }>

/** Writes blocks in their order. `Out` is what the format is made of, `Context` what it knows beside the block. */
export type Walk<Out, Context> = (blocks: readonly WalkedBlock[], context: Context) => Out[]

/** How a format writes a block that has something to publish. `walk` writes the blocks inside it. */
type Handler<T extends WrittenType, Out, Context> = (
  block: BlockOf<T>,
  context: Context,
  walk: Walk<Out, Context>,
) => readonly Out[]

/** One handler for each type: a format that misses one does not compile. */
export type Handlers<Out, Context> = { readonly [T in WrittenType]: Handler<T, Out, Context> }

/** @returns the walk over a document that writes each block by its handler, and leaves out blank ones. */
export function walkOf<Out, Context>(handlers: Handlers<Out, Context>): Walk<Out, Context> {
  const write = <T extends WrittenType>(block: BlockOf<T>, context: Context): readonly Out[] => {
    const handler: Handler<T, Out, Context> = handlers[block.type]
    return handler(block, context, walk)
  }
  const walk: Walk<Out, Context> = (blocks, context) =>
    blocks.flatMap((block) => (block.type === 'unknown' || isBlank(block) ? [] : write(block, context)))
  return walk
}
