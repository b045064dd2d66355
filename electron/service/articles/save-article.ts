import type { Article } from '#core/article/article.ts'
import { ArticleError, parseArticle } from '#core/article/parse.ts'
import type { NewId } from '#core/article/factories.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor, State } from '#core/review/states.ts'
import { editEffect } from '#core/review/workflow.ts'
import { contentOf } from '#db/tables/article-text.ts'
import { saveArticle, setCaret } from '#db/tables/articles.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import { keepAtPause } from './checkpoints.ts'
import { loadArticle, loadHead } from './load-article.ts'
import { recordEvent } from './record-event.ts'
import type { WriteContext } from './write-context.ts'

/**
 * Saves what a window wrote, and keeps the text before it where `keepAtPause` says so.
 * @throws ContractError `locked` while another window writes the article, `not-editable`, `conflict` when it was saved
 *   since `baseSaveNumber`, `invalid-input` for an article that breaks its own rules.
 */
export function save(
  input: CallParsed<'articles.save'>,
  context: WriteContext & { newBlockId: NewId },
): CallOutput<'articles.save'> {
  const { store, locks, clientId } = context
  const { actor, caret, baseSaveNumber } = input
  requireWritableStore(store)
  const { id } = input.article
  const head = loadHead(store, id)
  if (locks.isHeldByOther(id, clientId)) throw new ContractError('locked', { id })
  const effect = editEffect(head.state, actor.role)
  if (!effect.allowed) throw new ContractError('not-editable', { state: head.state })
  if (baseSaveNumber !== head.saveNumber) throw new ContractError('conflict', { id })
  const article = parsed(input.article, context.newBlockId)
  const content = contentOf(article)
  if (content.hash === head.hash) {
    setCaret(store.db, id, caret)
    return { saveNumber: head.saveNumber, updatedAt: head.updatedAt, state: head.state }
  }
  const at = context.now()
  const state = effect.becomes ?? head.state
  let announceStopped = (): void => {}
  const saveNumber = store.db.transaction(() => {
    if (state !== head.state) {
      recordReopening(id, head.state, state, actor, at, context)
      announceStopped = context.stopWaiting(id, 'reopened', { at, actor })
    } else keepAtPause(id, head.updatedAt, at, actor, store)
    const saved = saveArticle(store.db, { article, content, caret, at, baseSaveNumber, state })
    if (saved === 'conflict' || saved === 'missing') throw new ContractError('conflict', { id })
    return saved.saveNumber
  })
  context.emit({ type: 'article-changed', id, by: clientId })
  announceStopped()
  return { saveNumber, updatedAt: at, state }
}

/** A window is not trusted to keep the rules of an article. */
function parsed(article: unknown, newBlockId: NewId): Article {
  try {
    return parseArticle(article, newBlockId)
  } catch (error) {
    if (error instanceof ArticleError) throw new ContractError('invalid-input', { path: 'article' }, { cause: error })
    throw error
  }
}

/** The audit keeps the text that was approved; the one that replaces it is still being written. */
function recordReopening(id: string, from: State, to: State, actor: Actor, at: string, { store }: WriteContext): void {
  const { article } = loadArticle(store, id)
  recordEvent(store.db, article, { at, actor, action: to === 'draft' ? 'reopened' : 'moved', from, to })
}
