import { articleHash } from '#core/article/canonical.ts'
import { carriesBody } from '#core/export/action.ts'
import { APPROVED } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import { getArticle, type ArticleHead } from '#db/tables/articles.ts'
import type { DeliveryRecord } from '#db/tables/deliveries.ts'
import { getRevision } from '#db/tables/revisions.ts'
import { headUnlessDamaged } from './article-head.ts'

/**
 * @returns why a delivery must not be sent now, even if a person asks for it; null when it may be. `early`: its embargo
 *   has not ended. `taken-back`: its article was killed or withdrawn since. `embargo-moved`: its article now has a
 *   later embargo than the revision that would be sent. `not-approved`: nobody has approved that revision, or another
 *   was approved since.
 */
export function reasonNotToSend(
  db: ReadDb,
  delivery: DeliveryRecord,
  now: () => string,
): 'early' | 'taken-back' | 'embargo-moved' | 'not-approved' | null {
  if (!carriesBody(delivery.action)) return null
  const { notBefore } = delivery.progress
  const head = headUnlessDamaged(db, delivery.articleId)
  if (head?.state === 'killed' || head?.state === 'withdrawn') return 'taken-back'
  // What is scheduled has arrived: it is only asked whether it is public by now.
  if (head !== null && delivery.state !== 'scheduled') {
    const isSame = isSameText(db, delivery, head)
    if (!isSame && isEmbargoMoved(db, delivery, now)) return 'embargo-moved'
    if (!APPROVED.has(head.state) || !isSame) return 'not-approved'
  }
  return notBefore !== null && notBefore > now() ? 'early' : null
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
