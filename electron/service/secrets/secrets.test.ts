import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { fileVault } from './file-vault.ts'
import { createSecrets } from './secrets.ts'

describe('secrets in a file', () => {
  it('come back, each for its own destination', () => {
    const folder = tempFolder()
    const secrets = createSecrets(folder, fileVault(folder))
    secrets.set('a', 'كلمة السر 1')
    secrets.set('b', 'other')
    expect([secrets.get('a'), secrets.get('b'), secrets.get('c')]).toEqual(['كلمة السر 1', 'other', null])
    secrets.remove('a')
    expect([secrets.has('a'), secrets.has('b')]).toEqual([false, true])
    expect(createSecrets(folder, fileVault(folder)).get('b')).toBe('other')
  })

  it('are not readable in the file, which is for its owner alone', () => {
    const folder = tempFolder()
    createSecrets(folder, fileVault(folder)).set('a', 'plain words')
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain('plain')
    expect(['secrets.json', 'secrets.key'].map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([
      0o600, 0o600,
    ])
  })

  it('cannot be read after they were moved to another destination or changed, or when the key is another', () => {
    const folder = tempFolder()
    const secrets = createSecrets(folder, fileVault(folder))
    secrets.set('a', 'one')
    const path = join(folder, 'secrets.json')
    const { a } = JSON.parse(readFileSync(path, 'utf8')) as { a: { by: string; bytes: string } }
    writeFileSync(path, JSON.stringify({ a, b: a }))
    expect([secrets.get('a'), secrets.get('b')]).toEqual(['one', null])
    const bytes = Buffer.from(a.bytes, 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(path, JSON.stringify({ a: { ...a, bytes: bytes.toString('base64') } }))
    expect(secrets.get('a')).toBeNull()
    writeFileSync(path, JSON.stringify({ a }))
    writeFileSync(join(folder, 'secrets.key'), Buffer.alloc(32, 1))
    expect(secrets.get('a')).toBeNull()
    writeFileSync(path, 'cut sho')
    expect(secrets.get('a')).toBeNull()
  })

  it('of the system’s keychain cannot be read without that keychain', () => {
    const folder = tempFolder()
    const vault = { ...fileVault(folder), kind: 'system' } as const
    createSecrets(folder, vault).set('a', 'one')
    expect(createSecrets(folder, fileVault(folder)).get('a')).toBeNull()
    expect(createSecrets(folder, vault).get('a')).toBe('one')
  })
})
