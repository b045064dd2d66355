import type { AnyBlock } from '#core/article/block.ts'
import type { Inline, Text } from '#core/article/inline.ts'
import { childBlocks, isText, isTextBlock } from '#core/article/text-nodes.ts'

function words({ text, bold, italic }: Text): string {
  const marked = bold === true ? `*${text}*` : text
  return italic === true ? `_${marked}_` : marked
}

function inline(each: Inline): string {
  if (isText(each)) return words(each)
  const inner = each.children.map((child) => words(child)).join('')
  return each.type === 'link' ? `[${inner}](${each.url})` : inner
}

/** @returns a line of text for each line of a document: the types of its blocks, and its words with their marks and links. */
export function drawn(blocks: readonly AnyBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (isTextBlock(block)) return [`${block.type}: ${block.children.map(inline).join('').replaceAll('\n', '⏎')}`]
    const inside = drawn(childBlocks(block))
    return inside.length === 0 ? [block.type] : inside.map((line) => `${block.type} ${line}`)
  })
}
