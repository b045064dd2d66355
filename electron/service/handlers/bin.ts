import { BIN_DAYS, type binCalls } from '#core/contract/bin.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { State } from '#core/review/states.ts'
import { getArticle, setDeleted } from '#db/tables/articles.ts'
import { deletedBefore, listBin, purge } from '#db/tables/bin.ts'
import { isSent } from '#db/tables/deliveries.ts'
import { hasBeenIn } from '#db/tables/events.ts'
import type { Context, Handlers } from '../context.ts'
import { recordStep } from '../articles/record-event.ts'
import { loadArticle, requireWritableStore } from '../articles/load-article.ts'

/** What has left the house cannot be made unsaid by putting it away: it is corrected or killed. */
const OUTSIDE: readonly State[] = ['exported', 'published', 'corrected', 'withdrawn']

const DAY_MS = 86_400_000

export const binHandlers: Handlers<typeof binCalls> = {
  'bin.put': ({ id, actor }, context) => {
    const { store, pens, clientId, now } = context
    requireWritableStore(store)
    const { article, state } = loadArticle(store, id)
    // An edit makes a draft of it again, and it is still out there.
    const isOutside = OUTSIDE.includes(state) || hasBeenIn(store.db, id, OUTSIDE) || isSent(store.db, id)
    if (isOutside) throw new ContractError('not-deletable', { state })
    if (pens.isElsewhere(id, clientId)) throw new ContractError('locked', { id })
    const at = now()
    store.db.transaction(() => {
      recordStep(store.db, article, { at, actor, action: 'deleted', from: state, to: state })
      setDeleted(store.db, id, at)
    })
    pens.release(id, clientId)
    context.emit({ type: 'article-changed', id, by: clientId })
    return {}
  },
  'bin.list': (_input, { store }) => ({ rows: listBin(store.db) }),
  'bin.takeOut': ({ id, actor }, context) => {
    const { store, now, clientId } = context
    requireWritableStore(store)
    const stored = getArticle(store.db, id)
    if (stored === null) throw new ContractError('not-found', { id })
    const { article, state } = stored
    store.db.transaction(() => {
      setDeleted(store.db, id, null)
      recordStep(store.db, article, { at: now(), actor, action: 'undeleted', from: state, to: state })
    })
    context.emit({ type: 'article-changed', id, by: clientId })
    return {}
  },
  'bin.empty': ({ ids }, context) => {
    requireWritableStore(context.store)
    const sound = listBin(context.store.db).filter(({ isDamaged }) => !isDamaged)
    const there = new Set(sound.map(({ id }) => id))
    const chosen = ids.filter((id) => there.has(id))
    purge(context.store.db, chosen, context.now())
    for (const id of chosen) context.emit({ type: 'article-changed', id, by: context.clientId })
    return { removed: chosen.length }
  },
}

/** Removes for good what has lain in the bin for longer than it can be taken out. @param now ISO 8601. */
export function emptyOldBin(store: Context['store'], now: string): void {
  const moment = new Date(Date.parse(now) - BIN_DAYS * DAY_MS).toISOString()
  purge(store.db, deletedBefore(store.db, moment), now)
}
