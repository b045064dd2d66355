import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { newArticle } from '#core/article/factories.ts'
import { ArticleError, parseArticle } from '#core/article/parse.ts'
import { articleWords } from '#core/article/words.ts'
import { documentOfTemplate } from '#core/article/templates.ts'
import type { articlesCalls } from '#core/contract/articles.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor, State } from '#core/review/states.ts'
import { editEffect } from '#core/review/workflow.ts'
import { listArticles, saveArticle, setCaret, type StoredArticle } from '#db/tables/articles.ts'
import { addEvent } from '#db/tables/events.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { getSettings } from '#db/tables/settings.ts'
import { addArticle } from './add-article.ts'
import type { Context, Handlers } from './context.ts'
import { loadArticle, requireWritableStore } from './stored.ts'

export const articlesHandlers: Handlers<typeof articlesCalls> = {
  'articles.list': (query, { store }) => listArticles(store.db, query),
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
  'articles.open': ({ id, actor }, context) => {
    const stored = loadArticle(context.store, id)
    const readOnlyReason = reasonNotToWrite(stored.state, id, actor, context)
    // A window that may not write any longer must not keep others from it.
    if (readOnlyReason !== null && context.pens.release(id, context.clientId)) {
      context.emit({ type: 'article-released', id })
    }
    return { ...stored, editable: readOnlyReason === null, readOnlyReason }
  },
  'articles.close': ({ id }, { pens, clientId, emit }) => {
    if (pens.release(id, clientId)) emit({ type: 'article-released', id })
    return {}
  },
  'articles.save': (input, context) => save(input, context),
}

function reasonNotToWrite(
  state: State,
  id: string,
  actor: Actor,
  { store, pens, clientId }: Context,
): CallOutput<'articles.open'>['readOnlyReason'] {
  if (store.readOnly) return 'store-read-only'
  const effect = editEffect(state, actor.role)
  if (!effect.allowed) return effect.reason
  return pens.take(id, clientId) ? null : 'open-elsewhere'
}

function save(input: CallParsed<'articles.save'>, context: Context): CallOutput<'articles.save'> {
  const { store, pens, clientId } = context
  const { actor, caret, baseSaveNumber } = input
  requireWritableStore(store)
  const stored = loadArticle(store, input.article.id)
  const { id } = stored.article
  if (pens.isElsewhere(id, clientId)) throw new ContractError('locked', { id })
  const effect = editEffect(stored.state, actor.role)
  if (!effect.allowed) throw new ContractError('not-editable', { state: stored.state })
  if (baseSaveNumber !== stored.saveNumber) throw new ContractError('conflict', { id })
  const article = lawful(input.article, context)
  const words = articleWords(article)
  if (canonicalJson(article) === canonicalJson(stored.article)) {
    setCaret(store.db, id, caret)
    return { saveNumber: stored.saveNumber, updatedAt: stored.updatedAt, state: stored.state, words }
  }
  const at = context.now()
  const state = effect.becomes ?? stored.state
  const saveNumber = store.db.transaction(() => {
    const saved = saveArticle(store.db, { article, caret, at, baseSaveNumber, state })
    if (saved === 'conflict' || saved === 'missing') throw new ContractError('conflict', { id })
    if (state !== stored.state) recordReopening(stored, state, actor, at, context)
    return saved.saveNumber
  })
  context.emit({ type: 'article-changed', id, by: clientId })
  return { saveNumber, updatedAt: at, state, words }
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
function recordReopening(stored: StoredArticle, to: State, actor: Actor, at: string, { store }: Context): void {
  const revision = addRevision(store.db, stored.article, at)
  const action = to === 'draft' ? 'reopened' : 'moved'
  addEvent(store.db, stored.article.id, {
    ...{ at, by: actor.name, role: actor.role, action, note: '', revision },
    from: stored.state,
    to,
  })
}
