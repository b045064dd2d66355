import type { Actor } from '#core/review/states.ts'
import type { Store } from '#db/open.ts'
import { getArticle } from '#db/tables/articles.ts'
import { addRevision, lastRevision } from '#db/tables/revisions.ts'
import { loadArticle } from './load-article.ts'

/** A writer who pauses this long has finished a thought: the text before the pause is worth keeping. */
const PAUSE_MS = 60_000
/** At least so much time lies between two checkpoints at pauses. */
const BETWEEN_POINTS_MS = 5 * 60_000
/** A writer who never pauses gets a checkpoint this often. */
const LONGEST_MS = 30 * 60_000

/**
 * Keeps the stored text as a revision before it is overwritten: after a pause when the last revision is not recent, and
 * without a pause when the last revision is old.
 * @param savedAt when the stored text was saved, ISO 8601
 * @param at now, ISO 8601
 */
export function keepAtPause(id: string, savedAt: string, at: string, actor: Actor, store: Store): void {
  const since = (moment: string): number => Date.parse(at) - Date.parse(moment)
  const last = lastRevision(store.db, id)
  const age = last === null ? LONGEST_MS : since(last.at)
  if (age < BETWEEN_POINTS_MS || (age < LONGEST_MS && since(savedAt) < PAUSE_MS)) return
  const { article } = loadArticle(store, id)
  addRevision(store.db, { article, at: savedAt, by: actor.name, reason: 'quiet' })
}

/** Keeps the stored text as a revision before another version is merged into it. */
export function keepBeforeMerge(id: string, at: string, actor: Actor, store: Store): void {
  const { article } = loadArticle(store, id)
  addRevision(store.db, { article, at, by: actor.name, reason: 'before-merge' })
}

/** Keeps the text as a revision when a window closes it. A read-only store, or an article in the bin, keeps nothing. */
export function keepAtClose(id: string, actor: Actor | null, store: Store, now: () => string): void {
  if (store.readOnly) return
  const stored = getArticle(store.db, id)
  if (stored === null || stored.deletedAt !== null) return
  addRevision(store.db, { article: stored.article, at: now(), by: actor?.name ?? stored.author, reason: 'closed' })
}
