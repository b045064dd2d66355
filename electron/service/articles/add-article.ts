import type { Article } from '#core/article/article.ts'
import type { Actor } from '#core/review/states.ts'
import { insertArticle } from '#db/tables/articles.ts'
import type { Context } from '../context.ts'
import { recordStep } from './record-event.ts'
import { requireWritableStore } from './load-article.ts'

/** Puts a new draft into the store with its first revision and event, and tells the windows. */
export function addArticle(article: Article, actor: Actor, action: 'created' | 'imported', context: Context): void {
  const { db } = context.store
  requireWritableStore(context.store)
  const at = context.now()
  db.transaction(() => {
    insertArticle(db, { article, state: 'draft', author: actor.name, at })
    recordStep(db, article, { at, actor, action, from: null, to: 'draft' })
  })
  context.pens.isNew(article.id)
  context.emit({ type: 'article-changed', id: article.id, by: context.clientId })
}
