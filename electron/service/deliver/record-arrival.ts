import { articleHash } from '#core/article/canonical.ts'
import type { Article } from '#core/article/article.ts'
import type { Actor, State } from '#core/review/states.ts'
import type { ReadDb, WriteDb } from '#db/handles.ts'
import { setState } from '#db/tables/articles.ts'
import { isElsewhere, type DeliveryRecord } from '#db/tables/deliveries.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { getRevision } from '#db/tables/revisions.ts'
import { recordEvent } from '../articles/record-event.ts'
import { headUnlessDamaged } from './article-head.ts'
import type { Outcome } from './kind.ts'

/** The states of an article that somebody outside has, so that it can be withdrawn. */
const OUTSIDE: ReadonlySet<State> = new Set(['exported', 'published', 'corrected'])

/**
 * @returns the state of an article after its delivery arrived. One that was edited since it was sent keeps its state.
 */
function stateAfter(
  state: State,
  { action }: DeliveryRecord,
  { isSame, isElsewhere: staysPublic }: { isSame: boolean; isElsewhere: boolean },
  { isPublic }: Pick<Outcome, 'isPublic'>,
): State {
  if (!isSame) return state
  // Withdrawn from one destination, an article is withdrawn once no other destination has it.
  if (action === 'withdraw') return OUTSIDE.has(state) && !staysPublic ? 'withdrawn' : state
  if (isPublic && (state === 'approved' || state === 'exported')) return 'published'
  return state === 'approved' ? 'exported' : state
}

/** What a delivery sent, compared with the article now. */
type Compared = { article: Article; from: State; current: { isSame: boolean; isElsewhere: boolean } }

/** @returns null where the article or the text that was sent is damaged. */
function compare(db: ReadDb, { revision, articleId, destinationId }: DeliveryRecord): Compared | null {
  const article = getRevision(db, revision)
  const head = headUnlessDamaged(db, articleId)
  if (article === null || head === null) return null
  // Not by the revision's hash: it may have been kept in an earlier format.
  const isSame = articleHash(article) === head.hash
  return { article, from: head.state, current: { isSame, isElsewhere: isElsewhere(db, articleId, destinationId) } }
}

/**
 * Records that a person left an article deleted at its destination, as a withdrawal from there that needs no sending.
 * @param by when, ISO 8601, and who
 */
export function recordForgotten(db: WriteDb, delivery: DeliveryRecord, by: { at: string; actor: Actor }): void {
  const compared = compare(db, delivery)
  if (compared === null) return
  const { article, from, current } = compared
  const to = stateAfter(from, { ...delivery, action: 'withdraw' }, current, { isPublic: false })
  recordEvent(db, article, { ...by, action: 'forgotten', from, to, note: delivery.progress.destination.name })
  if (to !== from) setState(db, delivery.articleId, to, by.at)
}

/**
 * Records the arrival of a delivery in the audit, and changes the article's state. It is published only now, after the
 * destination confirmed it.
 * @param at ISO 8601
 */
export function recordArrival(
  db: WriteDb,
  delivery: DeliveryRecord,
  progress: DeliveryProgress,
  outcome: Outcome,
  at: string,
): void {
  const compared = compare(db, delivery)
  if (compared === null) return
  const { article, from, current } = compared
  const to = stateAfter(from, delivery, current, outcome)
  // Nothing changed at the destination: the audit has this arrival already.
  if (outcome.isUnchanged && to === from) return
  const isDown = delivery.action === 'withdraw' || delivery.action === 'kill'
  const action = isDown && !isPackage(progress) ? 'withdrawn' : outcome.isPublic ? 'published' : 'exported'
  const { by, role } = delivery
  recordEvent(db, article, { at, actor: { name: by, role }, action, from, to, note: progress.destination.name })
  if (to !== from) setState(db, delivery.articleId, to, at)
}

const isPackage = ({ edition }: DeliveryProgress): boolean => edition.version > 0
