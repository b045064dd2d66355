import { headText } from '#core/article/plain-text.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { ArticleEvent, reviewCalls } from '#core/contract/review.ts'
import type { State } from '#core/review/states.ts'
import { checkMove } from '#core/review/workflow.ts'
import { setState } from '#db/tables/articles.ts'
import { addEvent, listEvents } from '#db/tables/events.ts'
import { addRevision } from '#db/tables/revisions.ts'
import type { Context, Handlers } from './context.ts'
import { loadArticle, requireWritableStore } from './stored.ts'

/** Nobody can review or publish what has no name. */
const NEEDS_HEADLINE: ReadonlySet<State> = new Set(['submitted', 'approved'])

export const reviewHandlers: Handlers<typeof reviewCalls> = {
  'review.move': (input, context) => move(input, context),
  'review.history': ({ id }, { store }) => {
    loadArticle(store, id)
    return { events: listEvents(store.db, id) }
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
    const revision = addRevision(store.db, article, at)
    const recorded: ArticleEvent = {
      ...{ at, by: actor.name, role: actor.role, action: 'moved', note: note.trim(), revision },
      from,
      to,
    }
    addEvent(store.db, id, recorded)
    setState(store.db, id, to, at)
    return recorded
  })
  context.emit({ type: 'article-changed', id, by: clientId })
  return { from, to, event }
}
