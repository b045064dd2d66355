import type { DestinationConfig } from '#core/export/destinations/index.ts'
import type { ReadDb } from '#db/handles.ts'
import type { DeliveryRecord } from '#db/tables/deliveries.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import type { StoredDestination } from '#db/tables/destinations.ts'
import type { Job, KindTools } from './kind.ts'
import { payloadOf } from './payload.ts'

/**
 * @param secret of the destination; null when there is none
 * @param record writes down what is known of the other side
 * @returns one attempt of a delivery, as its kind of destination gets it.
 * @throws as `payloadOf` does.
 */
export async function jobOf(
  db: ReadDb,
  delivery: DeliveryRecord,
  { remote, choice }: DeliveryProgress,
  { config }: StoredDestination,
  secret: string | null,
  record: Job<DestinationConfig>['record'],
  tools: KindTools,
): Promise<Job<DestinationConfig>> {
  const { action, createdAt, state } = delivery
  const payload = await payloadOf(db, delivery, config, tools)
  return { config, secret, action, payload, createdAt, choice, isAsking: state === 'scheduled', remote, record, tools }
}
