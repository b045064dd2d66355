import { ContractError } from '#core/contract/errors.ts'
import type { Store } from '#db/open.ts'

/** @throws ContractError `store-read-only`; `store-full` when it could not be opened for writing on a full disk. */
export function requireWritableStore(store: Store): void {
  if (store.readOnly)
    throw new ContractError(store.isDiskFull ? 'store-full' : 'store-read-only', { path: store.folder })
}
