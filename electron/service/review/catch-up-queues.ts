import { toContractError } from '#db/errors.ts'
import type { Store } from '#db/open.ts'
import { queueNext } from '#db/tables/queues.ts'

/** So many articles are put into their queues before an answer. The rest, as after an upgrade, is left to maintenance. */
const MOST_AT_ONCE = 100

/** Puts what just changed into its queues. Where the store cannot be written, as on a full disk, they stay behind. */
export function catchUpQueues(store: Store): void {
  if (store.readOnly) return
  try {
    queueNext(store.db, MOST_AT_ONCE)
  } catch (error) {
    const code = toContractError(error)?.code
    if (code !== 'store-full' && code !== 'store-io' && code !== 'store-read-only') throw error
  }
}
