import { ContractError } from '#core/contract/errors.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb, WriteDb } from '#db/handles.ts'
import { getArticleHead, setState } from '#db/tables/articles.ts'
import { isElsewhere, type DeliveryRecord } from '#db/tables/deliveries.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { getRevision } from '#db/tables/revisions.ts'
import { recordStep } from '../articles/record-event.ts'
import type { Outcome } from './kind.ts'

/** Who has an article in one of these may have it taken back. */
const OUTSIDE: ReadonlySet<State> = new Set(['exported', 'published', 'corrected'])

/** What an article becomes when it arrived. What was changed since it was sent is as its writer left it. */
function stateAfter(
  state: State,
  { action }: DeliveryRecord,
  { isSame, isElsewhere: staysPublic }: { isSame: boolean; isElsewhere: boolean },
  { isPublic }: Outcome,
): State {
  if (!isSame) return state
  // Taken back in one place, it is withdrawn when no other has it any more.
  if (action === 'withdraw') return OUTSIDE.has(state) && !staysPublic ? 'withdrawn' : state
  if (isPublic && (state === 'approved' || state === 'exported')) return 'published'
  return state === 'approved' ? 'exported' : state
}

/**
 * Writes into the audit that something arrived, and moves the article on: it is published only now, when the other side
 * has said so.
 */
export function settle(
  db: WriteDb,
  delivery: DeliveryRecord,
  progress: DeliveryProgress,
  outcome: Outcome,
  at: string,
): void {
  const article = getRevision(db, delivery.revision)
  const head = headOrNull(db, delivery.articleId)
  if (article === null || head === null) return
  const from = head.state
  const standing = {
    isSame: head.hash === delivery.revision,
    isElsewhere: isElsewhere(db, delivery.articleId, delivery.destinationId),
  }
  const to = stateAfter(from, delivery, standing, outcome)
  // Nothing happened there: the audit knows of it already.
  if (outcome.isUnchanged && to === from) return
  const isDown = delivery.action === 'withdraw' || delivery.action === 'kill'
  const action = isDown && !isPackage(progress) ? 'withdrawn' : outcome.isPublic ? 'published' : 'exported'
  const { by, role } = delivery
  recordStep(db, article, { at, actor: { name: by, role }, action, from, to, note: progress.destination.name })
  if (to !== from) setState(db, delivery.articleId, to, at)
}

const isPackage = ({ edition }: DeliveryProgress): boolean => edition.version > 0

/** An article whose row is damaged has no state that could change. */
export function headOrNull(db: ReadDb, id: string): ReturnType<typeof getArticleHead> {
  try {
    return getArticleHead(db, id)
  } catch (error) {
    if (error instanceof ContractError && error.code === 'article-damaged') return null
    throw error
  }
}
