import { ContractError } from '#core/contract/errors.ts'
import type { Store } from '#db/open.ts'
import { getArticle, getArticleHead, type ArticleHead, type StoredArticle } from '#db/tables/articles.ts'

/** @throws ContractError `not-found`, `article-damaged`; `in-the-bin` for an article that is in the bin. */
export function loadArticle(store: Store, id: string): StoredArticle {
  return present(getArticle(store.db, id), id)
}

/** Loads an article's state and times without its text. @throws ContractError as `loadArticle` does. */
export function loadHead(store: Store, id: string): ArticleHead {
  return present(getArticleHead(store.db, id), id)
}

function present<T extends { deletedAt: string | null }>(stored: T | null, id: string): T {
  if (stored === null) throw new ContractError('not-found', { id })
  if (stored.deletedAt !== null) throw new ContractError('in-the-bin', { id })
  return stored
}
