import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readRegularFile } from '#db/regular-file.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import type { Vault } from './vault.ts'

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The name of the file with the key. */
export const KEY_FILE = 'secrets.key'

/**
 * The vault for a system without a keychain: AES-256-GCM with a random key in a file that only its owner may read.
 * Secrets stay out of the database, backups and logs, and a copy of the store's folder is not enough to read them. A
 * program that runs as the same user can read the key too.
 * @param folder apart from the store
 */
export function fileVault(folder: string): Vault {
  return {
    kind: 'file',
    encrypt(secret, about) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, keyOf(folder), nonce).setAAD(Buffer.from(about))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    decrypt(bytes, about) {
      const decipher = createDecipheriv(ALGORITHM, keyOf(folder), bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
        'utf8',
      )
    },
  }
}

/** @returns the key. A missing or invalid one is replaced; secrets under the old one must then be entered again. */
function keyOf(folder: string): Buffer {
  const path = join(folder, KEY_FILE)
  if (existsSync(path)) {
    const key = readRegularFile(path)
    if (key.length === KEY_BYTES) return key
  }
  const key = randomBytes(KEY_BYTES)
  writeFileAtomic(path, key, 0o600)
  return key
}
