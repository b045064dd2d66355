import type { Article } from './article.ts'
import type { AnyBlock } from './block.ts'
import type { NewId } from './factories.ts'
import { normaliseDocument } from './normalise.ts'
import { isContainer } from './text-nodes.ts'

/**
 * @param id the id of the copy
 * @param mark what follows the headline, or stands in its place where there is none
 * @returns a copy of an article with ids of its own. Pictures are the same files.
 */
export function duplicateOf(article: Article, id: string, newBlockId: NewId, mark: string): Article {
  const copy = (block: AnyBlock): AnyBlock => {
    const own = { ...block, id: newBlockId() }
    return isContainer(block) ? ({ ...own, children: block.children.map(copy) } as AnyBlock) : own
  }
  const document = article.document.map((block) => {
    const own = copy(block)
    return block.type === 'headline'
      ? { ...own, children: [...block.children, { text: marked(block.children, mark) }] }
      : own
  })
  return { ...article, id, document: normaliseDocument(document, newBlockId) }
}

function marked(headline: readonly unknown[], mark: string): string {
  const isEmpty = headline.every(
    (inline) => typeof inline === 'object' && inline !== null && 'text' in inline && inline.text === '',
  )
  return isEmpty ? mark : ` (${mark})`
}
