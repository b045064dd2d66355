import type { Article } from '#core/article/article.ts'
import type { Actor } from '#core/review/states.ts'
import { insertArticle } from '#db/tables/articles.ts'
import { addWriter } from '#db/tables/writers.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import { recordEvent } from './record-event.ts'
import type { WriteContext } from './write-context.ts'

/**
 * Adds a new draft to the store, with its first revision and event, and notifies every window.
 * @throws ContractError `store-read-only`.
 */
export function addArticle(
  article: Article,
  actor: Actor,
  action: 'created' | 'imported',
  { store, now, locks, clientId, emit }: WriteContext,
): void {
  requireWritableStore(store)
  const at = now()
  store.db.transaction(() => {
    insertArticle(store.db, { article, state: 'draft', author: actor.name, at })
    // An empty article has no text of anybody's.
    if (action === 'imported') addWriter(store.db, article.id, actor.name)
    recordEvent(store.db, article, { at, actor, action, from: null, to: 'draft' })
  })
  locks.addNew(article.id)
  emit({ type: 'article-changed', id: article.id, by: clientId })
}
