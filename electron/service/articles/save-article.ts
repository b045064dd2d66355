import type { NewId } from '#core/article/factories.ts'
import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor, State } from '#core/review/states.ts'
import { editEffect } from '#core/review/workflow.ts'
import { contentOf } from '#db/tables/article-text.ts'
import { saveArticle, setCaret } from '#db/tables/articles.ts'
import { addWriter } from '#db/tables/writers.ts'
import { countReview } from '#db/tables/open-review.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import { keepAtPause, keepBeforeMerge } from './checkpoints.ts'
import { loadArticle, loadHead } from './load-article.ts'
import { parsed } from './parsed.ts'
import { recordEvent } from './record-event.ts'
import type { WriteContext } from './write-context.ts'

/** What is written in the transaction of a save. */
export type WithSave = { isEmpty: boolean; write: (at: string) => void; announce: () => void }
const NOTHING: WithSave = { isEmpty: true, write() {}, announce() {} }

/** A save of the article alone. */
export type ArticleSave = Omit<CallGiven<'articles.save'>, 'proposals'>

/**
 * Saves what a window wrote, and keeps the text before it where `keepAtPause` says so; before a merge, always.
 * @param beside is written with the article, or neither is
 * @throws ContractError `locked` while another window writes the article, `not-editable`, `conflict` when it was saved
 *   since `baseSaveNumber`, `invalid-input` for an article that breaks its own rules.
 */
export function save(
  input: ArticleSave,
  context: WriteContext & { newBlockId: NewId },
  beside: WithSave = NOTHING,
): Omit<CallOutput<'articles.save'>, 'proposals'> {
  const { store, locks, clientId } = context
  const { actor, caret, baseSaveNumber, merged } = input
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
    saveUnchanged(id, caret, beside, context)
    return { saveNumber: head.saveNumber, updatedAt: head.updatedAt, state: head.state }
  }
  const at = context.now()
  const state = effect.becomes ?? head.state
  let announceStopped = (): void => {}
  const saveNumber = store.db.transaction(() => {
    if (merged !== undefined) keepBeforeMerge(id, at, actor, store)
    if (state !== head.state) {
      recordReopening(id, head.state, state, actor, at, context)
      announceStopped = context.stopWaiting(id, 'reopened', { at, actor })
    } else keepAtPause(id, head.updatedAt, at, actor, store)
    const saved = saveArticle(store.db, { article, content, caret, at, baseSaveNumber, state })
    if (saved === 'conflict' || saved === 'missing') throw new ContractError('conflict', { id })
    addWriter(store.db, id, actor.name)
    if (merged !== undefined) {
      const event = { at, actor, action: 'merged', from: state, to: state, secondParent: merged.revision } as const
      recordEvent(store.db, article, event)
    }
    beside.write(at)
    // Who is needed depends on the byline.
    if (loadHead(store, id).author !== head.author) countReview(store.db, id)
    return saved.saveNumber
  })
  context.emit({ type: 'article-changed', id, by: clientId })
  beside.announce()
  announceStopped()
  return { saveNumber, updatedAt: at, state }
}

/** Nothing was written: only the caret moved, or only proposals were decided on. */
function saveUnchanged(id: string, caret: ArticleSave['caret'], beside: WithSave, { store, now }: WriteContext): void {
  if (beside.isEmpty) return setCaret(store.db, id, caret)
  store.db.transaction(() => {
    setCaret(store.db, id, caret)
    beside.write(now())
  })
  beside.announce()
}

/** The audit keeps the text that was approved; the one that replaces it is still being written. */
function recordReopening(id: string, from: State, to: State, actor: Actor, at: string, { store }: WriteContext): void {
  const { article } = loadArticle(store, id)
  recordEvent(store.db, article, { at, actor, action: to === 'draft' ? 'reopened' : 'moved', from, to })
}
