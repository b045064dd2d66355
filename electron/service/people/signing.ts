import type { Signer, Signing } from '#db/handles.ts'
import type { Store } from '#db/open.ts'
import type { Identity } from './identity.ts'

/** @returns the store as one whose audit is signed. @param proves whether whoever acts is the person who works here */
export function signedStore(store: Store, identity: () => Identity, proves: boolean): Store {
  const journal: Signer = () => {
    const found = identity().signer()
    return found === null ? null : { person: found.person.id, sign: found.sign }
  }
  const signing: Signing = { journal, events: proves ? journal : () => null }
  return { ...store, db: { ...store.db, signing } }
}
