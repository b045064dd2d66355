import type { Article } from '#core/article/article.ts'
import { newArticle } from '#core/article/factories.ts'
import { ArticleError, parseArticle } from '#core/article/parse.ts'
import { documentOfTemplate } from '#core/article/templates.ts'
import type { articlesCalls } from '#core/contract/articles.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor, State } from '#core/review/states.ts'
import { editEffect } from '#core/review/workflow.ts'
import { toContractError } from '#db/errors.ts'
import type { WriteDb } from '#db/handles.ts'
import { excerpts } from '#db/search/excerpts.ts'
import { listFacets } from '#db/search/facets.ts'
import { indexNext } from '#db/search/indexer.ts'
import { withSoundIndex } from '#db/search/mend.ts'
import { listArticles } from '#db/search/list.ts'
import { contentOf, getArticle, saveArticle, setCaret } from '#db/tables/articles.ts'
import { addRevision, lastRevision } from '#db/tables/revisions.ts'
import { getSettings } from '#db/tables/settings.ts'
import { addArticle } from '../articles/add-article.ts'
import type { Context, Handlers } from '../context.ts'
import { recordStep } from '../articles/record-event.ts'
import { loadArticle, loadHead, requireWritableStore } from '../articles/load-article.ts'

/**
 * So much is indexed before a list is answered. More, as after an import or when somebody writes at length in another
 * window, is left to the chores: whoever types a search does not wait for it, and is told when it is done.
 */
const MOST_AT_ONCE = { articles: 20, bytes: 50_000 }

export const articlesHandlers: Handlers<typeof articlesCalls> = {
  'articles.list': (query, { store }) => {
    if (store.readOnly) return listArticles(store.db, query)
    return withSoundIndex(store.db, () => {
      catchUp(store.db)
      return listArticles(store.db, query)
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
  'articles.get': ({ id }, { store }) => loadArticle(store, id),
  'articles.open': ({ id, actor, hadPen }, context) => {
    const stored = loadArticle(context.store, id)
    const readOnlyReason = reasonNotToWrite(stored.state, { id, actor, hadPen }, context)
    // A window that may not write any longer must not keep others from it.
    if (readOnlyReason !== null && context.pens.release(id, context.clientId)) {
      context.emit({ type: 'article-released', id })
    }
    return { ...stored, editable: readOnlyReason === null, readOnlyReason }
  },
  'articles.close': ({ id, actor }, context) => {
    if (!context.pens.release(id, context.clientId)) return {}
    context.emit({ type: 'article-released', id })
    keepAtClose(id, actor ?? null, context)
    return {}
  },
  'articles.save': (input, context) => save(input, context),
}

/** What was just saved is found at once; where the index cannot be written, as on a full disk, it stays behind. */
function catchUp(db: WriteDb): void {
  try {
    indexNext(db, MOST_AT_ONCE.articles, MOST_AT_ONCE.bytes)
  } catch (error) {
    const code = toContractError(error)?.code
    if (code !== 'store-full' && code !== 'store-io' && code !== 'store-read-only') throw error
  }
}

function reasonNotToWrite(
  state: State,
  { id, actor, hadPen }: CallParsed<'articles.open'>,
  { store, pens, clientId }: Context,
): CallOutput<'articles.open'>['readOnlyReason'] {
  if (store.readOnly) return 'store-read-only'
  const effect = editEffect(state, actor.role)
  if (!effect.allowed) return effect.reason
  return pens.take(id, clientId, hadPen) ? null : 'open-elsewhere'
}

function save(input: CallParsed<'articles.save'>, context: Context): CallOutput<'articles.save'> {
  const { store, pens, clientId } = context
  const { actor, caret, baseSaveNumber } = input
  requireWritableStore(store)
  const { id } = input.article
  const head = loadHead(store, id)
  if (pens.isElsewhere(id, clientId)) throw new ContractError('locked', { id })
  const effect = editEffect(head.state, actor.role)
  if (!effect.allowed) throw new ContractError('not-editable', { state: head.state })
  if (baseSaveNumber !== head.saveNumber) throw new ContractError('conflict', { id })
  const article = lawful(input.article, context)
  const content = contentOf(article)
  if (content.hash === head.hash) {
    setCaret(store.db, id, caret)
    return { saveNumber: head.saveNumber, updatedAt: head.updatedAt, state: head.state }
  }
  const at = context.now()
  const state = effect.becomes ?? head.state
  const saveNumber = store.db.transaction(() => {
    if (state !== head.state) recordReopening(id, head.state, state, actor, at, context)
    else keepAtPause(id, head.updatedAt, at, actor, context)
    const saved = saveArticle(store.db, { article, content, caret, at, baseSaveNumber, state })
    if (saved === 'conflict' || saved === 'missing') throw new ContractError('conflict', { id })
    return saved.saveNumber
  })
  context.emit({ type: 'article-changed', id, by: clientId })
  return { saveNumber, updatedAt: at, state }
}

/** A pause of this length, in milliseconds, makes the text before it worth coming back to. */
const PAUSE_MS = 60_000
/** Of a long session, a text is kept when the one before was of so long ago. */
const BETWEEN_POINTS_MS = 5 * 60_000
/** Who never pauses comes back to a point of this age at most. */
const LONGEST_MS = 30 * 60_000

/**
 * Keeps what stands in the store before it is written over, when the writer paused over it and no point is near, or
 * when none has been for a long time.
 */
function keepAtPause(id: string, savedAt: string, at: string, actor: Actor, { store }: Context): void {
  const since = (moment: string): number => Date.parse(at) - Date.parse(moment)
  const last = lastRevision(store.db, id)
  const age = last === null ? LONGEST_MS : since(last.at)
  if (age < BETWEEN_POINTS_MS || (age < LONGEST_MS && since(savedAt) < PAUSE_MS)) return
  const { article } = loadArticle(store, id)
  addRevision(store.db, { article, at: savedAt, by: actor.name, reason: 'quiet' })
}

/** Keeps the text as it is left, for whoever wants to know how it stood when this window closed it. */
function keepAtClose(id: string, actor: Actor | null, { store, now }: Context): void {
  if (store.readOnly) return
  const stored = getArticle(store.db, id)
  if (stored === null || stored.deletedAt !== null) return
  addRevision(store.db, { article: stored.article, at: now(), by: actor?.name ?? stored.author, reason: 'closed' })
}

/** A window is not trusted to keep the article's laws. */
function lawful(article: unknown, { newBlockId }: Context): Article {
  try {
    return parseArticle(article, newBlockId)
  } catch (error) {
    if (error instanceof ArticleError) throw new ContractError('invalid-input', { path: 'article' }, { cause: error })
    throw error
  }
}

/** The audit keeps what had been approved, not what it was changed into: that is still being written. */
function recordReopening(id: string, from: State, to: State, actor: Actor, at: string, { store }: Context): void {
  const { article } = loadArticle(store, id)
  recordStep(store.db, article, { at, actor, action: to === 'draft' ? 'reopened' : 'moved', from, to })
}
