import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { State } from '#core/review/states.ts'
import { getArticle, setDeleted } from '#db/tables/articles.ts'
import { listBin } from '#db/tables/bin.ts'
import { isSent } from '#db/tables/deliveries.ts'
import { hasBeenIn } from '#db/tables/events.ts'
import { eachArticle } from '../articles/each-article.ts'
import { loadArticle } from '../articles/load-article.ts'
import { purgeArticles } from '../articles/purge-articles.ts'
import { recordEvent } from '../articles/record-event.ts'
import type { Context, Handlers } from '../context.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

/** An article that has left the house cannot be deleted: it is corrected, withdrawn or killed. */
const OUTSIDE: readonly State[] = ['exported', 'published', 'corrected', 'withdrawn']

export const binHandlers: Handlers<'bin'> = {
  'bin.put': put,
  'bin.putMany': ({ ids, actor }, context) => eachArticle(ids, (id) => put({ id, actor }, context)),
  'bin.list': (_input, { store }) => ({ rows: listBin(store.db) }),
  'bin.takeOut': takeOut,
  'bin.takeOutMany': ({ ids, actor }, context) => eachArticle(ids, (id) => takeOut({ id, actor }, context)),
  'bin.empty': ({ ids, actor }, context) => {
    requireWritableStore(context.store)
    const sound = listBin(context.store.db).filter(({ isDamaged }) => !isDamaged)
    const there = new Set(sound.map(({ id }) => id))
    const chosen = ids.filter((id) => there.has(id))
    purgeArticles(context.store.db, chosen, actor, context.now())
    for (const id of chosen) context.emit({ type: 'article-changed', id, by: context.clientId })
    return { removed: chosen.length }
  },
}

function put({ id, actor }: CallGiven<'bin.put'>, context: Context): CallOutput<'bin.put'> {
  const { store, locks, clientId, now, stopWaiting } = context
  requireWritableStore(store)
  const { article, state } = loadArticle(store, id)
  // The state alone is not enough: an edit makes a draft of a published article.
  const isOutside = OUTSIDE.includes(state) || hasBeenIn(store.db, id, OUTSIDE) || isSent(store.db, id)
  if (isOutside) throw new ContractError('not-deletable', { state })
  if (locks.isHeldByOther(id, clientId)) throw new ContractError('locked', { id })
  const at = now()
  let announceStopped = (): void => {}
  store.db.transaction(() => {
    announceStopped = stopWaiting(id, 'ended', { at, actor })
    recordEvent(store.db, article, { at, actor, action: 'deleted', from: state, to: state })
    setDeleted(store.db, id, at)
  })
  locks.release(id, clientId)
  context.emit({ type: 'article-changed', id, by: clientId })
  announceStopped()
  return {}
}

function takeOut({ id, actor }: CallGiven<'bin.takeOut'>, context: Context): CallOutput<'bin.takeOut'> {
  const { store, now, clientId } = context
  requireWritableStore(store)
  const stored = getArticle(store.db, id)
  if (stored === null) throw new ContractError('not-found', { id })
  const { article, state } = stored
  store.db.transaction(() => {
    setDeleted(store.db, id, null)
    recordEvent(store.db, article, { at: now(), actor, action: 'undeleted', from: state, to: state })
  })
  context.emit({ type: 'article-changed', id, by: clientId })
  return {}
}
