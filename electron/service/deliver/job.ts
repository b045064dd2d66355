import { ContractError } from '#core/contract/errors.ts'
import type { DestinationConfig } from '#core/export/destinations/index.ts'
import type { ReadDb } from '#db/handles.ts'
import { getPayload, type DeliveryRecord } from '#db/tables/deliveries.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { getRevision } from '#db/tables/revisions.ts'
import type { StoredDestination } from '#db/tables/destinations.ts'
import type { Job, KindTools } from './kind.ts'
import { kindOf } from './kinds/index.ts'

/**
 * @param secret of the destination; null when there is none
 * @param record writes down what is known of the other side
 * @returns one attempt of a delivery, as its kind of destination gets it.
 * @throws ContractError `not-found` when its payload is lost and cannot be made again, and what `plan` throws.
 */
export async function jobOf(
  db: ReadDb,
  delivery: DeliveryRecord,
  { remote, choice, edition }: DeliveryProgress,
  { config }: StoredDestination,
  secret: string | null,
  record: Job<DestinationConfig>['record'],
  tools: KindTools,
): Promise<Job<DestinationConfig>> {
  const { action, createdAt, revision, state } = delivery
  let payload = getPayload(db, delivery)
  if (payload === null) {
    // It was lost with a store that was recovered. The revision that it was made of is still there.
    const article = getRevision(db, revision)
    if (article === null) throw new ContractError('not-found', { id: delivery.articleId })
    payload = await kindOf(config).plan({ article, edition, revision }, config, tools)
  }
  return { config, secret, action, payload, createdAt, choice, isAsking: state === 'scheduled', remote, record, tools }
}
