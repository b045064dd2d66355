import { duplicateOf } from '#core/article/duplicate.ts'
import type { Article } from '#core/article/article.ts'
import type { NewId } from '#core/article/factories.ts'
import { translator } from '#core/locale/translate.ts'
import type { Actor } from '#core/review/states.ts'
import { addArticle } from './add-article.ts'
import { loadArticle } from './load-article.ts'
import type { WriteContext } from './write-context.ts'

/**
 * Adds a draft with the saved text of an article, marked in its headline in the article's language.
 * @throws ContractError `not-found`, `in-the-bin`, `article-damaged`, `store-read-only`.
 */
export function duplicateArticle(
  id: string,
  actor: Actor,
  context: WriteContext & { newId: () => string; newBlockId: NewId },
): Article {
  const { article } = loadArticle(context.store, id)
  const language = article.metadata.language.startsWith('en') ? 'en' : 'ar'
  const mark = translator(language, 'latn')('library.copy')
  const copy = duplicateOf(article, context.newId(), context.newBlockId, mark)
  addArticle(copy, actor, 'created', context)
  return copy
}
