import type { Article } from '#core/article/article.ts'
import type { CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Point } from '#core/contract/history.ts'
import type { ArticleEvent } from '#core/contract/review.ts'
import { forkOf } from '#core/review/lineage.ts'
import type { Store } from '#db/open.ts'
import { listEvents } from '#db/tables/events.ts'
import { getRevision, listRevisions } from '#db/tables/revisions.ts'
import { loadArticle } from '../articles/load-article.ts'
import { REASONS } from '../articles/record-event.ts'
import { keepForGood, replaceArticle } from '../articles/replace-article.ts'
import type { Handlers } from '../context.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export const historyHandlers: Handlers<'history'> = {
  'history.points': ({ id }, { store }) => pointsOf(id, store),
  'history.read': ({ id, hash }, { store }) => ({ article: revisionOf(id, hash, store) }),
  'history.fork': ({ id, hash }, { store }) => {
    const base = forkOf(listRevisions(store.db, id).revisions, hash)
    return { base: base === null ? null : revisionOf(id, base, store) }
  },
  'history.keep': ({ id, actor }, { store, now }) => {
    requireWritableStore(store)
    const { article, state } = loadArticle(store, id)
    return { hash: store.db.transaction(() => keepForGood(article, state, { at: now(), actor }, store.db)) }
  },
  'history.restore': ({ id, hash, actor }, context) =>
    replaceArticle(revisionOf(id, hash, context.store), 'restored', actor, context),
}

/** These change the queue and no text. */
const OF_THE_QUEUE: ReadonlySet<ArticleEvent['action']> = new Set(['held', 'cancelled', 'kept-theirs', 'forgotten'])

/**
 * @returns every event with the text as it was then, and the revisions that were kept without an event, newest first.
 *   An event whose text is missing is left out; so is a damaged revision.
 */
function pointsOf(id: string, { db }: Store): CallOutput<'history.points'> {
  const { revisions, damaged } = listRevisions(db, id)
  const { events } = listEvents(db, id)
  const texts = new Set(revisions.map(({ hash }) => hash))
  const steps = events.flatMap(({ revision: hash, at, by, action, to }, index): Point[] => {
    if (!texts.has(hash) || OF_THE_QUEUE.has(action)) return []
    const reason = action === 'undeleted' ? 'taken-out' : REASONS[action]
    return [{ key: `step-${index}`, hash, at, by, reason, to: action === 'kept' ? null : to }]
  })
  const moments = new Set(steps.map(({ hash, at }) => `${hash} ${at}`))
  const kept = revisions
    .filter(({ hash, at }) => !moments.has(`${hash} ${at}`))
    .map(({ hash, at, by, reason }): Point => ({ key: hash, hash, at, by, reason, to: null }))
  const points = [...kept, ...steps].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
  return { points: points.toReversed(), damaged }
}

/** @throws ContractError `not-found`, also for a revision of another article. */
function revisionOf(id: string, hash: string, store: Store): Article {
  const article = getRevision(store.db, hash)
  if (article === null || article.id !== id) throw new ContractError('not-found', { id })
  return article
}
