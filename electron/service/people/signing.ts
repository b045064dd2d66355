import type { ReadDb, Signer, Signing } from '#db/handles.ts'
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
  const signing: Signing = { journal, events: proves ? journal : () => null, isSigned: isSignedIn(store.db) }
  return { ...store, db: { ...store.db, signing } }
}

/** @returns what says whether a person whom a store knows signed some bytes. */
export function isSignedIn(db: ReadDb): Signing['isSigned'] {
  return (id, bytes, signature) => {
    const person = getPerson(db, id)
    return person !== null && personIdOf(person.publicKey) === id && verify(person.publicKey, bytes, signature)
  }
}
