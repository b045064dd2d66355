import type { SafeStorage } from 'electron'
import type { Vault } from '#electron/service/secrets/vault.ts'

type Storage = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
>

/**
 * A vault over the system's keychain. On Linux without one, Electron would use a key that is the same everywhere.
 * @returns null where the system has no keychain.
 */
export function systemVault(storage: Storage, platform: NodeJS.Platform): Vault | null {
  if (!storage.isEncryptionAvailable()) return null
  if (platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text') return null
  return {
    kind: 'system',
    // The destination is encrypted with the secret, because the keychain does not bind a secret to anything.
    encrypt: (secret, about) => storage.encryptString(JSON.stringify([about, secret])),
    decrypt(bytes, about) {
      const [owner, secret] = JSON.parse(storage.decryptString(bytes)) as unknown[]
      if (owner !== about || typeof secret !== 'string') throw new Error('This secret belongs to another destination')
      return secret
    },
  }
}
