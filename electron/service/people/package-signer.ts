import type { Signer } from '#core/export/package/signature.ts'
import { fingerprintOf } from '#core/newsroom/fingerprint.ts'
import type { ReadDb } from '#db/handles.ts'
import { knownEnd } from '#db/tables/journal.ts'
import { publicKeyPem } from '#electron/files/keys.ts'
import type { Identity } from './identity.ts'

/** @returns the person who works here as the signer of packages; null where nobody can sign. */
export function packageSigner(identity: Identity, db: ReadDb): Signer | null {
  const found = identity.signer()
  if (found === null) return null
  const { name, publicKey } = found.person
  const head = knownEnd(db)
  return { name, fingerprint: fingerprintOf(publicKey), pem: publicKeyPem(publicKey), head, sign: found.sign }
}
