import { sha256Hex } from '#core/article/canonical.ts'
import { NO_HOUSE } from '#core/export/edition.ts'
import type { DeliveryRecord } from '#db/tables/deliveries.ts'

/** @returns a new delivery of article `a1` to destination `d1`, with the payload «الحزمة». */
export function deliveryRecord(
  given: Pick<DeliveryRecord, 'revision' | 'createdAt'> & Partial<DeliveryRecord>,
): DeliveryRecord {
  return {
    ...{ id: 'delivery1', articleId: 'a1', destinationId: 'd1', action: 'publish', state: 'queued' },
    ...{ by: 'كريم', role: 'editor', updatedAt: given.createdAt },
    progress: {
      ...{ destination: { name: 'المجلد', kind: 'folder' }, headline: 'عنوان', articleState: 'approved' },
      ...{ payloadHash: sha256Hex('الحزمة'), attempts: 0, nextAttempt: null, problem: null },
      ...{ notBefore: null, scheduledFor: null, isUnwanted: false, takesBack: false },
      edition: {
        ...{ version: 1, action: 'publish', draft: false, embargoed: false, at: given.createdAt, note: '' },
        house: NO_HOUSE,
      },
      ...{ pictures: { done: 0, total: 0 }, isUnchanged: false, choice: null, conflict: null, link: null, remote: {} },
    },
    ...given,
  }
}
