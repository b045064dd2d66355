import type { Article } from '#core/article/article.ts'
import type { NewId } from '#core/article/factories.ts'
import { head, newArticle, paragraph } from '#core/article/factories.ts'

/** @returns a generator of ids that count from 1, so that a failure is reproducible. */
export function counter(prefix = 'b'): NewId {
  let count = 0
  return () => `${prefix}${(count += 1)}`
}

/** @returns a small article with a headline and one paragraph. */
export function smallArticle(id: string, headline: string, text = 'نص المقالة.'): Article {
  const newId = counter()
  return newArticle(id, newId, [head('headline', newId, headline), paragraph(newId, text)])
}
