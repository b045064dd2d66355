import type { AnyBlock, Block } from '../article/block.ts'
import { FORMAT_MARKS, type Inline } from '../article/inline.ts'
import { childBlocks, isText, isTextBlock } from '../article/text-nodes.ts'

const KNOWN_TEXT_KEYS: ReadonlySet<string> = new Set(['text', ...FORMAT_MARKS])

function isUnknownInline(inline: Inline): boolean {
  if (isText(inline)) return Object.keys(inline).some((key) => !KNOWN_TEXT_KEYS.has(key))
  return inline.type === 'unknown-inline' || inline.children.some(isUnknownInline)
}

/** @returns whether a block holds content that this version does not know, which only `article.json` carries. */
export function hasUnknownContent(block: Block | AnyBlock): boolean {
  if (block.type === 'unknown') return true
  return isTextBlock(block) ? block.children.some(isUnknownInline) : childBlocks(block).some(hasUnknownContent)
}
