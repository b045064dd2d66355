/** Encrypts secrets that only this person on this machine may read. */
export type Vault = {
  readonly kind: 'system' | 'file'
  /** @param about what the secret belongs to; it can be decrypted for nothing else. */
  encrypt(secret: string, about: string): Buffer
  /** @throws when the bytes were not encrypted by this vault, or for something else. */
  decrypt(bytes: Buffer, about: string): string
}
