import { carriesBody } from '#core/export/action.ts'
import type { ReadDb } from '#db/handles.ts'
import { getArticle } from '#db/tables/articles.ts'
import type { DeliveryRecord } from '#db/tables/deliveries.ts'
import { getRevision } from '#db/tables/revisions.ts'
import { headUnlessDamaged } from './article-head.ts'

/**
 * @returns why a delivery must not be sent now, even if a person asks for it; null when it may be. `early`: its embargo
 *   has not ended. `taken-back`: its article was killed or withdrawn since. `embargo-moved`: its article now has a
 *   later embargo than the revision that would be sent.
 */
export function reasonNotToSend(
  db: ReadDb,
  delivery: DeliveryRecord,
  now: () => string,
): 'early' | 'taken-back' | 'embargo-moved' | null {
  if (!carriesBody(delivery.action)) return null
  const { notBefore } = delivery.progress
  const head = headUnlessDamaged(db, delivery.articleId)
  if (head?.state === 'killed' || head?.state === 'withdrawn') return 'taken-back'
  if (head !== null && head.hash !== delivery.revision && isEmbargoMoved(db, delivery, now)) return 'embargo-moved'
  return notBefore !== null && notBefore > now() ? 'early' : null
}

function isEmbargoMoved(db: ReadDb, { articleId, revision }: DeliveryRecord, now: () => string): boolean {
  const embargo = getArticle(db, articleId)?.article.metadata.embargo ?? null
  if (embargo === null) return false
  const sent = getRevision(db, revision)?.metadata.embargo ?? null
  const isMoved = sent === null || Date.parse(embargo) > Date.parse(sent)
  return isMoved && Date.parse(embargo) > Date.parse(now())
}
