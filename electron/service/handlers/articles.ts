import { newArticle } from '#core/article/factories.ts'
import { documentOfTemplate } from '#core/article/templates.ts'
import type { CallGiven, CallOutput } from '#core/contract/contract.ts'
import type { Actor, State } from '#core/review/states.ts'
import { editEffect } from '#core/review/workflow.ts'
import { toContractError } from '#db/errors.ts'
import type { WriteDb } from '#db/handles.ts'
import { excerpts } from '#db/search/excerpts.ts'
import { listFacets } from '#db/search/facets.ts'
import { indexNext } from '#db/search/indexer.ts'
import { listArticles } from '#db/search/list.ts'
import { withSoundIndex } from '#db/search/mend.ts'
import { setGoal } from '#db/tables/articles.ts'
import { setRead } from '#db/tables/deeds.ts'
import { getSettings } from '#db/tables/settings.ts'
import { addArticle } from '../articles/add-article.ts'
import { keepAtClose } from '../articles/checkpoints.ts'
import { duplicateArticle } from '../articles/duplicate-article.ts'
import { eachArticle } from '../articles/each-article.ts'
import { loadArticle, loadHead } from '../articles/load-article.ts'
import { setSection } from '../articles/set-section.ts'
import type { Context, Handlers } from '../context.ts'
import { mayWrite } from '../people/guard.ts'
import { catchUpQueues } from '../review/catch-up-queues.ts'
import { saveWithDecisions } from '../review/save-with-decisions.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

/**
 * So much is indexed before a list is answered. The rest, as after an import or while another window writes a lot, is
 * left to maintenance: a search does not wait for it, and the window is notified when it is done.
 */
const MOST_AT_ONCE = { articles: 20, bytes: 50_000 }

export const articlesHandlers: Handlers<'articles'> = {
  'articles.list': ({ actor, ...query }, { store, now }) => {
    const isTimed = query.embargo !== '' || query.queue !== 'all'
    const list = (): CallOutput<'articles.list'> => listArticles(store.db, query, isTimed ? now() : '', actor.name)
    if (store.readOnly) return list()
    return withSoundIndex(store.db, () => {
      catchUp(store.db)
      catchUpQueues(store)
      return list()
    })
  },
  'articles.facets': (_input, { store }) => listFacets(store.db),
  'articles.excerpts': ({ ids, search }, { store }) => ({ excerpts: excerpts(store.db, ids, search) }),
  'articles.create': ({ actor, templateId }, context) => {
    const template = getSettings(context.store.db).templates.find(({ id }) => id === templateId)
    const id = context.newId()
    const article =
      template === undefined
        ? newArticle(id, context.newBlockId)
        : newArticle(id, context.newBlockId, documentOfTemplate(template, context.newBlockId))
    if (template !== undefined) article.metadata.kind = template.kind
    addArticle(article, actor, 'created', context)
    return { id: article.id }
  },
  'articles.duplicate': ({ id, actor }, context) => ({ id: duplicateArticle(id, actor, context).id }),
  'articles.setSection': (input, context) => eachArticle(input.ids, (id) => setSection(id, input, context)),
  'articles.setGoal': ({ id, goal }, { store, emit, clientId }) => {
    requireWritableStore(store)
    loadHead(store, id)
    setGoal(store.db, id, goal)
    emit({ type: 'article-changed', id, by: clientId })
    return {}
  },
  'articles.get': ({ id }, { store }) => loadArticle(store, id),
  'articles.open': ({ id, actor, hadLock }, context) => {
    const stored = loadArticle(context.store, id)
    markAsRead(id, actor, context)
    const readOnlyReason = reasonNotToWrite(stored.state, { id, actor, hadLock }, context)
    // A window that may no longer write must not keep others from it.
    if (readOnlyReason !== null && context.locks.release(id, context.clientId)) {
      context.emit({ type: 'article-released', id, by: context.clientId })
    }
    return { ...stored, editable: readOnlyReason === null, readOnlyReason }
  },
  'articles.close': ({ id, actor }, context) => {
    if (!context.locks.release(id, context.clientId)) return {}
    context.emit({ type: 'article-released', id, by: context.clientId })
    // What others did while it was open was seen.
    if (actor !== undefined) markAsRead(id, actor, context)
    keepAtClose(id, actor ?? null, context.store, context.now)
    return {}
  },
  'articles.save': saveWithDecisions,
}

/**
 * Indexes what was just saved, so that a list finds it. Where the index cannot be written (a full disk), it stays
 * behind.
 */
function catchUp(db: WriteDb): void {
  try {
    indexNext(db, MOST_AT_ONCE.articles, MOST_AT_ONCE.bytes)
  } catch (error) {
    const code = toContractError(error)?.code
    if (code !== 'store-full' && code !== 'store-io' && code !== 'store-read-only') throw error
  }
}

/** Where the store cannot be written, the article stays unread. */
function markAsRead(id: string, { name }: Actor, { store, emit, clientId }: Context): void {
  if (store.readOnly || !setRead(store.db, id, name, true)) return
  emit({ type: 'desk-changed', id, by: clientId })
}

function reasonNotToWrite(
  state: State,
  { id, actor, hadLock }: CallGiven<'articles.open'>,
  { store, locks, clientId, caller }: Context,
): CallOutput<'articles.open'>['readOnlyReason'] {
  if (store.readOnly) return store.isDiskFull ? 'store-full' : 'store-read-only'
  if (caller !== null && !mayWrite(id, caller)) return 'not-your-draft'
  const effect = editEffect(state, actor.role)
  if (!effect.allowed) return effect.reason
  return locks.acquire(id, clientId, hadLock) ? null : 'open-elsewhere'
}
