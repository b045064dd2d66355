import { describe, expect, it } from 'vitest'
import { systemVault } from './system-vault.ts'

const storage = (backend: 'basic_text' | 'gnome_libsecret', isThere = true) => ({
  isEncryptionAvailable: () => isThere,
  getSelectedStorageBackend: () => backend,
  encryptString: (text: string) => Buffer.from(Buffer.from(text).toString('base64')),
  decryptString: (bytes: Buffer) => Buffer.from(bytes.toString(), 'base64').toString('utf8'),
})

describe('the system’s keychain', () => {
  it('is not used where there is none, or where Electron only pretends', () => {
    expect(systemVault(storage('gnome_libsecret', false), 'darwin')).toBeNull()
    expect(systemVault(storage('basic_text'), 'linux')).toBeNull()
    expect(systemVault(storage('gnome_libsecret'), 'linux')?.kind).toBe('system')
  })
  it('gives a secret back to its own destination alone', () => {
    const vault = systemVault(storage('gnome_libsecret'), 'linux')
    const bytes = vault?.encrypt('سر', 'a') ?? Buffer.alloc(0)
    expect(vault?.decrypt(bytes, 'a')).toBe('سر')
    expect(() => vault?.decrypt(bytes, 'b')).toThrow('another destination')
  })
})
