import type { Article } from '../article/article.ts'
import { HEAD_TYPES } from '../article/block.ts'
import { blockText } from '../article/plain-text.ts'

const headTypes: ReadonlySet<string> = new Set(HEAD_TYPES)

/** @returns the text of the body, an empty line between blocks, so that no two words fuse. */
export function bodyText(article: Article): string {
  return article.document
    .filter((block) => !headTypes.has(block.type))
    .map((block) => blockText(block).trim())
    .filter((text) => text !== '')
    .join('\n\n')
}
