import { headText } from '#core/article/plain-text.ts'
import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { APPROVED, type State } from '#core/review/states.ts'
import { checkMove } from '#core/review/workflow.ts'
import { markForIndex } from '#db/search/indexer.ts'
import { setState } from '#db/tables/articles.ts'
import { openReview } from '#db/tables/open-review.ts'
import { standingOf } from '#db/tables/standing.ts'
import { clearWriters } from '#db/tables/writers.ts'
import { eachArticle } from '../articles/each-article.ts'
import { loadArticle, loadHead } from '../articles/load-article.ts'
import { recordEvent } from '../articles/record-event.ts'
import type { Context, Handlers } from '../context.ts'
import { putInQueue } from '../deliver/enqueue.ts'
import { prepareTakeDown } from '../deliver/take-down.ts'
import { requireForApproval } from '../editions/require-checks.ts'
import { provenEvents } from '../people/proven-events.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

/** An article without a headline cannot be reviewed or published. */
const NEEDS_HEADLINE: ReadonlySet<State> = new Set(['submitted', 'approved'])

export const reviewHandlers: Handlers<'review'> = {
  'review.move': (input, context) => move(input, context),
  'review.moveMany': ({ ids, ...step }, context) =>
    eachArticle(ids, (id) => move({ ...step, id, takesDown: true }, context)),
  'review.history': ({ id }, { store }) => {
    loadHead(store, id)
    return provenEvents(store.db, id)
  },
  'review.open': ({ id }, { store }) => {
    loadHead(store, id)
    return openReview(store.db, id)
  },
  'review.standing': ({ id }, { store }) => {
    loadHead(store, id)
    return standingOf(store.db, id)
  },
}

async function move(
  { id, to, actor, note: typed, takesDown }: CallGiven<'review.move'>,
  context: Context,
): Promise<CallOutput<'review.move'>> {
  const { store, locks, clientId } = context
  requireWritableStore(store)
  const note = typed.trim()
  const stored = loadArticle(store, id)
  const { article, state: from } = stored
  const refusal = checkMove(from, to, actor.role, note, standingOf(store.db, id).isLive)
  if (refusal !== null) throw new ContractError(refusal, { from, to })
  // Another window may add words after the review, and they would count as reviewed.
  if (locks.isHeldByOther(id, clientId)) throw new ContractError('locked', { id })
  if (NEEDS_HEADLINE.has(to) && headText(article, 'headline').trim() === '')
    throw new ContractError('no-headline', { id })
  const removals = isEnd(to) && takesDown ? await prepareTakeDown(stored, { to, note, actor }, context) : []
  // Other calls may have been served while the removals were made.
  const { state, saveNumber } = loadArticle(store, id)
  if (state !== from || saveNumber !== stored.saveNumber) throw new ContractError('conflict', { id })
  if (to === 'approved' || to === 'corrected') requireForApproval(article, to, context)
  const at = context.now()
  let announceStopped = (): void => {}
  const event = store.db.transaction(() => {
    setState(store.db, id, to, at)
    if (to === 'approved') clearWriters(store.db, id)
    // The note can be searched for.
    if (note !== '') markForIndex(store.db, id)
    const moved = recordEvent(store.db, article, { at, actor, action: 'moved', from, to, note })
    if (!APPROVED.has(to)) announceStopped = context.stopWaiting(id, isEnd(to) ? 'ended' : 'reopened', { at, actor })
    for (const removal of removals) putInQueue(removal, context)
    return moved
  })
  const deliveryIds = removals.map(({ record }) => record.id)
  context.emit({ type: 'article-changed', id, by: clientId })
  announceStopped()
  for (const deliveryId of deliveryIds) context.emit({ type: 'delivery-changed', id, deliveryId })
  return { from, to, event, deliveryIds }
}

/** @returns whether an article in this state is over: what waits to be sent of it is cancelled, and readers lose it. */
function isEnd(state: State): state is 'withdrawn' | 'killed' {
  return state === 'withdrawn' || state === 'killed'
}
