import { ed25519 } from '@noble/curves/ed25519.js'
import { bech32 } from '@scure/base'
import { Decrypter, Encrypter } from 'age-encryption'

/** The first line of every file of age (https://age-encryption.org/v1). */
const FIRST_LINE = Buffer.from('age-encryption.org/v1\n')
/** The header wraps one key for each recipient. Ours has one; a longer one was made to keep the reader busy. */
const MAX_HEADER = 4096
/** An Ed25519 key as PKCS #8 in DER (RFC 8410) ends in its seed. */
const SEED_BYTES = 32

/** @returns whether these bytes are a file of age. */
export function isEncrypted(bytes: Uint8Array): boolean {
  return FIRST_LINE.equals(bytes.subarray(0, FIRST_LINE.length))
}

/** @returns the recipient of age for whoever holds an Ed25519 key. @param publicKey raw, in hexadecimal */
export function recipientOf(publicKey: string): string {
  const point = ed25519.utils.toMontgomery(Buffer.from(publicKey, 'hex'))
  return bech32.encodeFromBytes('age', point)
}

/** @returns the identity of age of whoever holds an Ed25519 key. @param privateKey as PKCS #8 in base64 */
export function identityOf(privateKey: string): string {
  const seed = Buffer.from(privateKey, 'base64').subarray(-SEED_BYTES)
  return bech32.encodeFromBytes('age-secret-key-', ed25519.utils.toMontgomerySecret(seed)).toUpperCase()
}

/** @returns the bytes encrypted, so that only whoever holds this key reads them. @param publicKey raw, in hexadecimal */
export function encryptFor(publicKey: string, bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipientOf(publicKey))
  return encrypter.encrypt(bytes)
}

/**
 * Decrypts a file that may come from anybody.
 * @param identity as `identityOf` gives it
 * @returns null for a file that is not for this identity, or not whole
 */
export async function decryptWith(identity: string, bytes: Uint8Array): Promise<Uint8Array | null> {
  if (Buffer.from(bytes.subarray(0, MAX_HEADER)).indexOf('\n--- ') === -1) return null
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(bytes)
  } catch {
    // The library throws plain errors: for another recipient, a header that is changed, or a part that is.
    return null
  }
}
