import type { Article } from '#core/article/article.ts'
import { isHeadType } from '#core/article/block-types.ts'
import { normaliseDocument } from '#core/article/normalise.ts'
import { counter } from './articles.ts'

type Draft = Record<string, unknown> & { id: string; children: Draft[] }

const isBlock = (each: Draft): boolean => 'id' in each

function withNewIds(block: Draft, newId: () => string): Draft {
  return {
    ...block,
    id: newId(),
    children: block.children.map((each) => (isBlock(each) ? withNewIds(each, newId) : each)),
  }
}

/** Changes the parts of a block. @returns what stands in its place; null for a block that has none to change */
function changed(block: Draft, newId: () => string): Draft[] | null {
  const last = block.children.at(-1)
  if (last !== undefined && isBlock(last)) return [{ ...block, children: [...block.children, withNewIds(last, newId)] }]
  const [first, ...rest] = block.children
  const text = first?.['text']
  if (typeof text !== 'string' || text.length < 12) return null
  const half = (words: string): Draft => ({ ...first, text: words }) as unknown as Draft
  return [
    { ...block, children: [half(text.slice(0, 6))] },
    { ...block, id: newId(), children: [half(text.slice(6)), ...rest] },
  ]
}

/**
 * @returns the article once for each block of its body that has parts, with that block four places further on and its line split, or
 *   its last part doubled
 */
export function movedAndChanged(article: Article): { type: string; head: Article }[] {
  const newId = counter('moved-')
  const first = article.document.findIndex(({ type }) => !isHeadType(type))
  return article.document.slice(first).flatMap(({ type }, index) => {
    const document = structuredClone(article.document) as unknown as Draft[]
    const [block] = document.splice(first + index, 1)
    const made = block === undefined ? null : changed(block, newId)
    if (made === null) return []
    document.splice(first + ((index + 4) % (document.length - first + 1)), 0, ...made)
    return [{ type, head: { ...article, document: normaliseDocument(document, newId) } }]
  })
}
