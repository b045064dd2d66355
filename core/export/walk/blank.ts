import type { AnyBlock } from '../../article/block.ts'
import { blockText } from '../../article/plain-text.ts'
import { isTextBlock } from '../../article/text-nodes.ts'

/**
 * @returns whether a block has nothing to publish: a line, a table or a verse without words, or an embed without an address.
 *   A container whose content is blank is not: its handler omits it. Half of a verse is not either: without an empty first
 *   half, the second would stand in its place.
 */
export function isBlank(block: AnyBlock): boolean {
  if (block.type === 'hemistich') return false
  if (isTextBlock(block)) return blockText(block) === ''
  if (block.type === 'table' || block.type === 'verse') return blockText(block).trim() === ''
  return block.type === 'embed' && block.url === ''
}
