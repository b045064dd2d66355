import { ContractError } from '#core/contract/errors.ts'
import type { DestinationConfig } from '#core/export/destinations/index.ts'
import type { ReadDb } from '#db/handles.ts'
import { getPayload, type DeliveryRecord } from '#db/tables/deliveries.ts'
import { getRevision } from '#db/tables/revisions.ts'
import type { KindTools } from './kind.ts'
import { kindOf } from './kinds/index.ts'

/**
 * @returns what a delivery sends. It is made again from its revision when the one in the queue was lost with a store that
 *   was recovered, or when another version of Midad put it there in another format.
 * @throws ContractError `not-found` when its revision is lost too, and what `plan` throws.
 */
export async function payloadOf(
  db: ReadDb,
  delivery: DeliveryRecord,
  config: DestinationConfig,
  tools: Pick<KindTools, 'pictures' | 'extras' | 'verify' | 'packageSigner'>,
): Promise<Uint8Array> {
  const kind = kindOf(config)
  const payload = getPayload(db, delivery)
  if (payload !== null && kind.isCurrent(payload)) return payload
  const { articleId, revision, progress } = delivery
  const article = getRevision(db, revision)
  if (article === null) throw new ContractError('not-found', { id: articleId })
  return kind.plan({ article, edition: progress.edition, revision }, config, tools)
}
