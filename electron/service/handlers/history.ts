import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { historyCalls, Point } from '#core/contract/history.ts'
import type { Article } from '#core/article/article.ts'
import type { Actor, State } from '#core/review/states.ts'
import { editEffect } from '#core/review/workflow.ts'
import { getArticle, overwriteArticle, type StoredArticle } from '#db/tables/articles.ts'
import { listEvents } from '#db/tables/events.ts'
import { getRevision, listRevisions } from '#db/tables/revisions.ts'
import type { Context, Handlers } from '../context.ts'
import { REASONS, recordStep } from '../articles/record-event.ts'
import { loadArticle, requireWritableStore } from '../articles/load-article.ts'

export const historyHandlers: Handlers<typeof historyCalls> = {
  'history.points': ({ id }, { store }) => pointsOf(id, store),
  'history.read': ({ id, hash }, { store }) => ({ article: revisionOf(id, hash, store) }),
  'history.keep': ({ id, actor }, { store, now }) => {
    requireWritableStore(store)
    const { article, state } = loadArticle(store, id)
    return { hash: store.db.transaction(() => keep(article, state, { at: now(), actor }, store)) }
  },
  'history.restore': (input, context) => restore(input, context),
}

type Points = CallOutput<'history.points'>

/**
 * @returns every step with the text as it stood then, and the texts that were kept without one, newest first. Lines of
 * the audit without their text, and texts that are not as they were written, are left out.
 */
function pointsOf(id: string, { db }: Context['store']): Points {
  const { revisions, damaged } = listRevisions(db, id)
  const { events } = listEvents(db, id)
  const texts = new Set(revisions.map(({ hash }) => hash))
  const steps = events.flatMap(({ revision: hash, at, by, action, to }, index): Point[] => {
    if (!texts.has(hash)) return []
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

/** Keeps a text for good: the audit refers to it, so it stays though it was kept at a pause before. */
function keep(article: Article, state: State, by: { at: string; actor: Actor }, { db }: Context['store']): string {
  return recordStep(db, article, { ...by, action: 'kept', from: state, to: state }).revision
}

function revisionOf(id: string, hash: string, store: Context['store']): Article {
  const article = getRevision(store.db, hash)
  if (article === null || article.id !== id) throw new ContractError('not-found', { id })
  return article
}

function restore({ id, hash, actor }: CallParsed<'history.restore'>, context: Context): { saveNumber: number } {
  return bringBack(revisionOf(id, hash, context.store), 'restored', actor, context)
}

/** @returns the working copy, or null when there is none or it cannot be read any more. */
function readable(id: string, { store }: Context): StoredArticle | null {
  try {
    return getArticle(store.db, id)
  } catch (error) {
    if (error instanceof ContractError && error.code === 'article-damaged') return null
    throw error
  }
}

/**
 * Makes an older text the working copy. What stood there is kept as a point before, if it can be read.
 * @throws ContractError `locked` while another window writes it, `not-editable`.
 */
export function bringBack(
  article: Article,
  action: 'restored' | 'recovered' | 'imported',
  actor: Actor,
  context: Context,
): { saveNumber: number } {
  const { store, pens, clientId } = context
  const { id } = article
  requireWritableStore(store)
  if (pens.isElsewhere(id, clientId)) throw new ContractError('locked', { id })
  const stored = readable(id, context)
  const at = context.now()
  const to = stateAfter(stored, actor)
  store.db.transaction(() => {
    const by = actor.name
    if (stored !== null) keep(stored.article, stored.state, { at, actor }, store)
    overwriteArticle(store.db, { article, state: to, author: by, at })
    recordStep(store.db, article, { at, actor, action, from: stored?.state ?? null, to })
  })
  context.emit({ type: 'article-changed', id, by: clientId })
  return { saveNumber: loadArticle(store, id).saveNumber }
}

/** Bringing back is an edit like any other. What cannot be read has no state either: it is a draft. */
function stateAfter(stored: StoredArticle | null, actor: Actor): State {
  if (stored === null) return 'draft'
  const effect = editEffect(stored.state, actor.role)
  if (!effect.allowed) throw new ContractError('not-editable', { state: stored.state })
  return effect.becomes ?? stored.state
}
