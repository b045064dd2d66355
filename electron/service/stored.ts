import { ContractError } from '#core/contract/errors.ts'
import type { Store } from '#db/open.ts'
import { getArticle, type StoredArticle } from '#db/tables/articles.ts'

/** @throws ContractError `not-found`, `article-damaged`. */
export function loadArticle(store: Store, id: string): StoredArticle {
  const stored = getArticle(store.db, id)
  if (stored === null) throw new ContractError('not-found', { id })
  return stored
}

/** @throws ContractError `store-read-only`. */
export function requireWritableStore(store: Store): void {
  if (store.readOnly) throw new ContractError('store-read-only', { path: store.folder })
}
