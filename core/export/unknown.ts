import type { AnyBlock, Block } from '../article/block.ts'
import { FORMAT_MARKS, type Inline } from '../article/inline.ts'
import { isText } from '../article/text-nodes.ts'

const KNOWN_TEXT_KEYS: ReadonlySet<string> = new Set(['text', ...FORMAT_MARKS])

function isUnknownInline(inline: Inline): boolean {
  if (isText(inline)) return Object.keys(inline).some((key) => !KNOWN_TEXT_KEYS.has(key))
  return inline.type === 'unknown-inline' || inline.children.some(isUnknownInline)
}

/** @returns whether a block holds what this version cannot publish: it stays in `article.json` alone. */
export function hasUnknownContent(block: Block | AnyBlock): boolean {
  switch (block.type) {
    case 'unknown':
      return true
    case 'quote':
    case 'list':
    case 'figure':
      return block.children.some(hasUnknownContent)
    default:
      return block.children.some(isUnknownInline)
  }
}
