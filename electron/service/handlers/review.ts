import { headText } from '#core/article/plain-text.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { reviewCalls } from '#core/contract/review.ts'
import type { State } from '#core/review/states.ts'
import { checkMove } from '#core/review/workflow.ts'
import { markForIndex } from '#db/search/indexer.ts'
import { setState } from '#db/tables/articles.ts'
import { listEvents } from '#db/tables/events.ts'
import type { Context, Handlers } from '../context.ts'
import { carriesBody } from '#core/export/action.ts'
import { openDeliveries } from '#db/tables/deliveries.ts'
import { recordStep } from '../articles/record-event.ts'
import { loadArticle, loadHead, requireWritableStore } from '../articles/load-article.ts'

/** Nobody can review or publish what has no name. */
const NEEDS_HEADLINE: ReadonlySet<State> = new Set(['submitted', 'approved'])

/** What waits to be sent of these would publish what was taken back. */
const TAKEN_BACK: ReadonlySet<State> = new Set(['withdrawn', 'killed'])

export const reviewHandlers: Handlers<typeof reviewCalls> = {
  'review.move': (input, context) => move(input, context),
  'review.history': ({ id }, { store }) => {
    loadHead(store, id)
    return listEvents(store.db, id)
  },
}

function move({ id, to, actor, note }: CallParsed<'review.move'>, context: Context): CallOutput<'review.move'> {
  const { store, pens, clientId } = context
  requireWritableStore(store)
  const { article, state: from } = loadArticle(store, id)
  const refusal = checkMove(from, to, actor.role, note)
  if (refusal !== null) throw new ContractError(refusal, { from, to })
  // What another window is still writing would pass for reviewed.
  if (pens.isElsewhere(id, clientId)) throw new ContractError('locked', { id })
  if (NEEDS_HEADLINE.has(to) && headText(article, 'headline').trim() === '')
    throw new ContractError('no-headline', { id })
  const at = context.now()
  const event = store.db.transaction(() => {
    setState(store.db, id, to, at)
    // The note can be searched for.
    if (note.trim() !== '') markForIndex(store.db, id)
    return recordStep(store.db, article, { at, actor, action: 'moved', from, to, note: note.trim() })
  })
  context.emit({ type: 'article-changed', id, by: clientId })
  if (TAKEN_BACK.has(to)) recall(id, context)
  return { from, to, event }
}

/** Ends what is on its way with the article's words; what is scheduled somewhere is taken back there. */
function recall(id: string, { store, courier }: Context): void {
  for (const delivery of openDeliveries(store.db)) {
    if (delivery.articleId === id && carriesBody(delivery.action)) courier.cancel(delivery.id)
  }
}
