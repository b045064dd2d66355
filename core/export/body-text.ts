import type { Article } from '../article/article.ts'
import { isHeadType } from '../article/block-types.ts'
import { blockText } from '../article/plain-text.ts'

/** @returns the text of the body, with an empty line between blocks. */
export function bodyText(article: Article): string {
  return article.document
    .filter((block) => !isHeadType(block.type))
    .map((block) => blockText(block).trim())
    .filter((text) => text !== '')
    .join('\n\n')
}
