import { createCipheriv, createDecipheriv } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const TAG_BYTES = 16

/** @returns the sealed bytes: ciphertext and tag, as WebCrypto writes them. */
export function seal(key: Uint8Array, nonce: Uint8Array, about: Uint8Array, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(about)
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** @returns the opened bytes; null when they were not sealed with this key and nonce about this. */
export function unseal(key: Uint8Array, nonce: Uint8Array, about: Uint8Array, sealed: Uint8Array): Buffer | null {
  if (sealed.length < TAG_BYTES) return null
  const end = sealed.length - TAG_BYTES
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(about).setAuthTag(sealed.subarray(end))
  const bytes = decipher.update(sealed.subarray(0, end))
  try {
    return Buffer.concat([bytes, decipher.final()])
  } catch {
    // The only reason for which `final` throws: the tag is wrong.
    return null
  }
}
