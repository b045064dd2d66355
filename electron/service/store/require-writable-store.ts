import { ContractError } from '#core/contract/errors.ts'
import type { Store } from '#db/open.ts'

/** @throws ContractError `store-read-only`. */
export function requireWritableStore(store: Store): void {
  if (store.readOnly) throw new ContractError('store-read-only', { path: store.folder })
}
