import { personIdOf, type Person } from '#core/newsroom/person.ts'
import { signedBytes, type SignedKind } from '#core/newsroom/signed-bytes.ts'
import type { Actor } from '#core/review/states.ts'
import type { Store } from '#db/open.ts'
import { getMark, setMark } from '#db/tables/marks.ts'
import { getPerson, putPerson } from '#db/tables/people.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { identityOf } from '#electron/files/age.ts'
import { createKeyPair, sign as signWith } from '#electron/files/keys.ts'

/** A signature with the id of the person whose key made it. */
export type Signed = { by: string; signature: Uint8Array }

/** Who works in a store, and the key by which that is proven. The private key never leaves this process. */
export type Identity = {
  /** @returns the person who works here; null until somebody gave a name. */
  person: () => Person | null
  /** @returns the signature of the person who works here; null where nobody does, or the key is not on this machine. */
  sign: (kind: SignedKind, value: unknown) => Signed | null
  /**
   * @returns who signs files here, by the bytes themselves, so that others verify them without Midad; null as for `sign`. The
   *   bytes must not begin as those of `signedBytes` do: a signature for a file would be one for a deed.
   */
  signer: () => { person: Person; sign: (bytes: Uint8Array) => Uint8Array } | null
  /** @returns what decrypts files for the person who works here; null as for `sign`. It is given to our own workers only. */
  reader: () => string | null
  /** Makes the person of the settings the one who works here, with a key if there is none yet. */
  follow: () => void
}

type Tools = { store: Store; secrets: Secrets; now: () => string }

/** @returns under what name the vault keeps a person's private key. */
const secretOf = (personId: string): string => `person-${personId}`

/** @returns the identity of a store. A store that had a person before keys existed gets the key now. */
export function createIdentity({ store, secrets, now }: Tools): Identity {
  const { db } = store
  const person = (): Person | null => {
    const id = getMark(db, 'person-at-work')
    const found = id === null ? null : getPerson(db, id)
    if (found === null) return null
    const { addedAt: _added, leftAt: _left, ...rest } = found
    return rest
  }
  /** The key is kept before the person is: a person without one could prove nothing. */
  const newKey = (): Pick<Person, 'id' | 'publicKey'> => {
    const { publicKey, privateKey } = createKeyPair()
    const id = personIdOf(publicKey)
    secrets.set(secretOf(id), privateKey)
    return { id, publicKey }
  }
  const follow = (): void => {
    const { name, role }: Actor = getSettings(db)
    if (store.readOnly || name === '') return
    const before = person()
    if (before?.name === name && before.role === role) return
    const { id, publicKey } = before ?? newKey()
    db.transaction(() => {
      putPerson(db, { id, name, role, publicKey, addedAt: now(), leftAt: null })
      setMark(db, 'person-at-work', id)
    })
  }
  const signer: Identity['signer'] = () => {
    const found = person()
    const privateKey = found === null ? null : secrets.get(secretOf(found.id))
    if (found === null || privateKey === null) return null
    return { person: found, sign: (bytes) => signWith(privateKey, bytes) }
  }
  const reader: Identity['reader'] = () => {
    const found = person()
    const privateKey = found === null ? null : secrets.get(secretOf(found.id))
    return privateKey === null ? null : identityOf(privateKey)
  }
  follow()
  return {
    person,
    follow,
    signer,
    reader,
    sign(kind, value) {
      const found = signer()
      return found === null ? null : { by: found.person.id, signature: found.sign(signedBytes(kind, value)) }
    },
  }
}
