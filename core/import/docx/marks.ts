import type { Article } from '../../article/article.ts'
import type { NewId } from '../../article/factories.ts'
import { isFields } from '../../article/json.ts'
import { normaliseDocument } from '../../article/normalise.ts'
import { COMMENT_MARK } from './open-comments.ts'

/** The mark of words, and the field of blocks, that a tracked change made: the number of its maker. */
export const MAKER_MARK = 'tracked'

function without(value: unknown, isGone: (name: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, isGone))
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) =>
      isGone(name) ? [] : [[name, name === 'children' ? without(field, isGone) : field]],
    ),
  )
}

/** @returns an article without the marks of comments. */
export function withoutComments(article: Article, newId: NewId): Article {
  const document = without(article.document, (name) => name.startsWith(COMMENT_MARK)) as unknown[]
  return { ...article, document: normaliseDocument(document, newId) }
}

/** @returns an article without the marks of the makers of changes. */
export function withoutMakers(article: Article, newId: NewId): Article {
  const document = without(article.document, (name) => name === MAKER_MARK) as unknown[]
  return { ...article, document: normaliseDocument(document, newId) }
}
