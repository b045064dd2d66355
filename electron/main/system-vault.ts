import type { SafeStorage } from 'electron'
import type { Vault } from '#electron/service/secrets/vault.ts'

type Storage = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
>

/**
 * The system's keychain. On Linux without one Electron would encrypt with a key that is the same everywhere: that is none.
 * @returns null where the system has no keychain.
 */
export function systemVault(storage: Storage, platform: NodeJS.Platform): Vault | null {
  if (!storage.isEncryptionAvailable()) return null
  if (platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text') return null
  return {
    kind: 'system',
    // What a secret belongs to goes in with it: the keychain itself binds it to nothing.
    encrypt: (secret, about) => storage.encryptString(JSON.stringify([about, secret])),
    decrypt(bytes, about) {
      const [owner, secret] = JSON.parse(storage.decryptString(bytes)) as unknown[]
      if (owner !== about || typeof secret !== 'string') throw new Error('This secret belongs to another destination')
      return secret
    },
  }
}
