import type { Signer, Signing } from '#db/handles.ts'
import { personIdOf } from '#core/newsroom/person.ts'
import type { Store } from '#db/open.ts'
import { getPerson } from '#db/tables/people.ts'
import { verify } from '#electron/files/keys.ts'
import type { Identity } from './identity.ts'

/** @returns the store as one whose audit is signed. @param proves whether whoever acts is the person who works here */
export function signedStore(store: Store, identity: () => Identity, proves: boolean): Store {
  const journal: Signer = () => {
    const found = identity().signer()
    return found === null ? null : { person: found.person.id, sign: found.sign }
  }
  const isSigned: Signing['isSigned'] = (id, bytes, signature) => {
    const person = getPerson(store.db, id)
    return person !== null && personIdOf(person.publicKey) === id && verify(person.publicKey, bytes, signature)
  }
  const signing: Signing = { journal, events: proves ? journal : () => null, isSigned }
  return { ...store, db: { ...store.db, signing } }
}
