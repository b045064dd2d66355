import { gcm } from '@noble/ciphers/aes.js'

type Bytes = Uint8Array<ArrayBuffer>

/** An AES-256-GCM key. */
export type SealingKey = {
  /** @returns ciphertext and tag. */
  seal(nonce: Bytes, about: Bytes, bytes: Bytes): Promise<Bytes>
  /**
   * Seals before it returns: a page that is being closed runs nothing that waits for WebCrypto. Slow, so only for what
   * is small.
   */
  sealNow(nonce: Bytes, about: Bytes, bytes: Bytes): Bytes
  /** @throws DOMException when the bytes were not sealed with this key and nonce about this. */
  open(nonce: Bytes, about: Bytes, sealed: Bytes): Promise<Bytes>
}

/** @returns a key that seals and opens with AES-GCM. */
export async function sealingKey(key: Bytes): Promise<SealingKey> {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return {
    async seal(iv, additionalData, bytes) {
      return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, imported, bytes))
    },
    sealNow: (nonce, about, bytes) => new Uint8Array(gcm(key, nonce, about).encrypt(bytes)),
    async open(iv, additionalData, sealed) {
      return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, imported, sealed))
    },
  }
}
