import type { Article } from './article.ts'
import type { AnyBlock, HeadType } from './block.ts'
import type { Inline } from './inline.ts'
import { childBlocks, isText, isTextBlock, delimiterOf } from './text-nodes.ts'

function inlineText(inline: Inline): string {
  return isText(inline) ? inline.text : inline.children.map((child) => child.text).join('')
}

/**
 * @returns the text of a block without formatting. The non-empty texts of a container's children are joined by its
 *   delimiter.
 */
export function blockText(block: AnyBlock): string {
  if (isTextBlock(block)) return block.children.map(inlineText).join('')
  return childBlocks(block)
    .map(blockText)
    .filter((text) => text !== '')
    .join(delimiterOf(block))
}

/** @returns an article as plain text: an empty line between blocks, empty blocks left out. */
export function articleText(article: Article): string {
  return article.document
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join('\n\n')
}

/** @returns the text of a field of the head; empty when the article has none. */
export function headText(article: Article, type: HeadType): string {
  const field = article.document.find((block) => block.type === type)
  return field === undefined ? '' : blockText(field)
}
