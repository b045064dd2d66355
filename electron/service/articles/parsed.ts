import type { Article } from '#core/article/article.ts'
import type { NewId } from '#core/article/factories.ts'
import { ArticleError, parseArticle } from '#core/article/parse.ts'
import { ContractError } from '#core/contract/errors.ts'

/** Reads what a window wrote: it is not trusted to keep the rules of an article. @throws ContractError `invalid-input` */
export function parsed(article: unknown, newBlockId: NewId): Article {
  try {
    return parseArticle(article, newBlockId)
  } catch (error) {
    if (error instanceof ArticleError) throw new ContractError('invalid-input', { path: 'article' }, { cause: error })
    throw error
  }
}
