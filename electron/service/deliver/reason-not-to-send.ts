import { articleHash } from '#core/article/canonical.ts'
import { carriesBody } from '#core/export/action.ts'
import { failedChecks } from '#core/export/binding.ts'
import { APPROVED } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import { getArticle, type ArticleHead } from '#db/tables/articles.ts'
import type { DeliveryRecord } from '#db/tables/deliveries.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { getDestination } from '#db/tables/destinations.ts'
import { getRevision } from '#db/tables/revisions.ts'
import { getSettings } from '#db/tables/settings.ts'
import { checkFacts } from '../editions/check-facts.ts'
import { headUnlessDamaged } from './article-head.ts'
import { kindOf } from './kinds/index.ts'

/** Why a delivery must not be sent now: it waits for its time, it is over, or it is held with a problem. */
export type Reason = 'early' | 'taken-back' | NonNullable<DeliveryProgress['problem']>

/**
 * @returns why a delivery must not be sent now, even if a person asks for it; null when it may be. `early`: its embargo
 *   has not ended. `taken-back`: its article was killed or withdrawn since. `embargo-moved`: its article now has a
 *   later embargo than the revision that would be sent. `not-approved`: nobody has approved that revision, or another
 *   was approved since. `checks-failed`: the house has made checks binding since, which the article fails.
 */
export function reasonNotToSend(db: ReadDb, delivery: DeliveryRecord, now: () => string): Reason | null {
  if (!carriesBody(delivery.action)) return null
  const { notBefore } = delivery.progress
  const head = headUnlessDamaged(db, delivery.articleId)
  if (head?.state === 'killed' || head?.state === 'withdrawn') return 'taken-back'
  // What is scheduled has arrived: it is only asked whether it is public by now.
  if (head !== null && delivery.state !== 'scheduled') {
    const isSame = isSameText(db, delivery, head)
    if (!isSame && isEmbargoMoved(db, delivery, now)) return { code: 'embargo-moved', params: {} }
    if (!APPROVED.has(head.state) || !isSame) return { code: 'not-approved', params: {} }
    const failed = failedNow(db, delivery, now)
    if (failed.length > 0) return { code: 'checks-failed', params: { checks: failed.join() } }
  }
  return notBefore !== null && notBefore > now() ? 'early' : null
}

/**
 * @returns the checks that the house requires now, and that a delivery fails. One that may have arrived without an answer
 *   passes: whether it has must be found out.
 */
function failedNow(
  db: ReadDb,
  { articleId, action, revision, destinationId, progress }: DeliveryRecord,
  now: () => string,
): string[] {
  const destination = getDestination(db, destinationId)
  if (destination !== null && kindOf(destination.config).isUnconfirmed(progress.remote)) return []
  const sent = getRevision(db, revision)
  const facts = checkFacts(db, articleId, action, now())
  return sent === null ? [] : failedChecks(sent, 'export', getSettings(db).binding, facts)
}

/** Not by the revision's hash: it may have been kept in an earlier format. */
function isSameText(db: ReadDb, { revision }: DeliveryRecord, { hash }: ArticleHead): boolean {
  const sent = getRevision(db, revision)
  return hash === revision || (sent !== null && articleHash(sent) === hash)
}

function isEmbargoMoved(db: ReadDb, { articleId, revision }: DeliveryRecord, now: () => string): boolean {
  const embargo = getArticle(db, articleId)?.article.metadata.embargo ?? null
  if (embargo === null) return false
  const sent = getRevision(db, revision)?.metadata.embargo ?? null
  const isMoved = sent === null || Date.parse(embargo) > Date.parse(sent)
  return isMoved && Date.parse(embargo) > Date.parse(now())
}
