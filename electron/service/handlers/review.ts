import { headText } from '#core/article/plain-text.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { APPROVED, type State } from '#core/review/states.ts'
import { checkMove } from '#core/review/workflow.ts'
import { markForIndex } from '#db/search/indexer.ts'
import { setState } from '#db/tables/articles.ts'
import { listEvents } from '#db/tables/events.ts'
import { loadArticle, loadHead } from '../articles/load-article.ts'
import { recordEvent } from '../articles/record-event.ts'
import type { Context, Handlers } from '../context.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

/** An article without a headline cannot be reviewed or published. */
const NEEDS_HEADLINE: ReadonlySet<State> = new Set(['submitted', 'approved'])

/** An article that enters one of these is over: what waits to be sent of it is cancelled. */
const ENDED: ReadonlySet<State> = new Set(['withdrawn', 'killed'])

export const reviewHandlers: Handlers<'review'> = {
  'review.move': (input, context) => move(input, context),
  'review.history': ({ id }, { store }) => {
    loadHead(store, id)
    return listEvents(store.db, id)
  },
}

function move({ id, to, actor, note }: CallParsed<'review.move'>, context: Context): CallOutput<'review.move'> {
  const { store, locks, clientId } = context
  requireWritableStore(store)
  const { article, state: from } = loadArticle(store, id)
  const refusal = checkMove(from, to, actor.role, note)
  if (refusal !== null) throw new ContractError(refusal, { from, to })
  // Another window may add words after the review, and they would count as reviewed.
  if (locks.isHeldByOther(id, clientId)) throw new ContractError('locked', { id })
  if (NEEDS_HEADLINE.has(to) && headText(article, 'headline').trim() === '')
    throw new ContractError('no-headline', { id })
  const at = context.now()
  let announceStopped = (): void => {}
  const event = store.db.transaction(() => {
    setState(store.db, id, to, at)
    // The note can be searched for.
    if (note.trim() !== '') markForIndex(store.db, id)
    const moved = recordEvent(store.db, article, { at, actor, action: 'moved', from, to, note: note.trim() })
    if (!APPROVED.has(to)) {
      announceStopped = context.stopWaiting(id, ENDED.has(to) ? 'ended' : 'reopened', { at, actor })
    }
    return moved
  })
  context.emit({ type: 'article-changed', id, by: clientId })
  announceStopped()
  return { from, to, event }
}
