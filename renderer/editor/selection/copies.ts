import { Node, type Editor } from 'slate'
import type { AnyBlock, Block } from '#core/article/block.ts'
import { isNestedType } from '#core/article/block-types.ts'
import { blocksOf, type BlockRun } from './selected-blocks.ts'

/**
 * @returns what a copy of blocks puts on the clipboard. Blocks that stand only in a container, such as list items, come in
 *   one of its kind.
 */
export function copiesOf(editor: Editor, run: BlockRun): Block[] {
  const blocks: AnyBlock[] = blocksOf(editor, run)
  if (!blocks.some(({ type }) => isNestedType(type))) return blocks as Block[]
  return [{ ...Node.get(editor, run.parent), children: blocks } as Block]
}
