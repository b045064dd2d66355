import type { Article } from '#core/article/article.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor, State } from '#core/review/states.ts'
import { editEffect } from '#core/review/workflow.ts'
import type { WriteDb } from '#db/handles.ts'
import { addWriter } from '#db/tables/writers.ts'
import { countReview } from '#db/tables/open-review.ts'
import { getArticle, overwriteArticle, type StoredArticle } from '#db/tables/articles.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import { loadArticle } from './load-article.ts'
import { recordEvent } from './record-event.ts'
import type { WriteContext } from './write-context.ts'

/**
 * Keeps a text for good. The audit refers to it, so that thinning leaves it, even if it was kept at a pause before.
 * @returns the hash of the revision.
 */
export function keepForGood(article: Article, state: State, by: { at: string; actor: Actor }, db: WriteDb): string {
  return recordEvent(db, article, { ...by, action: 'kept', from: state, to: state }).revision
}

/**
 * Makes another text the working copy, and keeps the one that it replaces if that can be read.
 * @param action where the text comes from
 * @throws ContractError `locked` while another window writes the article, `not-editable`, `store-read-only`.
 */
export function replaceArticle(
  article: Article,
  action: 'restored' | 'recovered' | 'imported',
  actor: Actor,
  { store, locks, clientId, now, emit, stopWaiting }: WriteContext,
): { saveNumber: number } {
  const { id } = article
  requireWritableStore(store)
  if (locks.isHeldByOther(id, clientId)) throw new ContractError('locked', { id })
  const stored = getUnlessDamaged(store.db, id)
  const at = now()
  const to = stateAfter(stored, actor)
  let announceStopped = (): void => {}
  store.db.transaction(() => {
    if (stored !== null) keepForGood(stored.article, stored.state, { at, actor }, store.db)
    overwriteArticle(store.db, { article, state: to, author: actor.name, at })
    addWriter(store.db, id, actor.name)
    recordEvent(store.db, article, { at, actor, action, from: stored?.state ?? null, to })
    // Who is needed depends on the byline.
    countReview(store.db, id)
    announceStopped = stopWaiting(id, 'reopened', { at, actor })
  })
  emit({ type: 'article-changed', id, by: clientId })
  announceStopped()
  return { saveNumber: loadArticle(store, id).saveNumber }
}

/** @returns the working copy, or null when there is none or it is damaged. */
function getUnlessDamaged(db: WriteDb, id: string): StoredArticle | null {
  try {
    return getArticle(db, id)
  } catch (error) {
    if (error instanceof ContractError && error.code === 'article-damaged') return null
    throw error
  }
}

/** To replace a text is an edit like any other. A damaged article has no state that can be read: it becomes a draft. */
function stateAfter(stored: StoredArticle | null, actor: Actor): State {
  if (stored === null) return 'draft'
  const effect = editEffect(stored.state, actor.role)
  if (!effect.allowed) throw new ContractError('not-editable', { state: stored.state })
  return effect.becomes ?? stored.state
}
