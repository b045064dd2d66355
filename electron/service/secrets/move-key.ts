import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { removeFile } from '#db/durable.ts'
import { asContractError } from '#db/errors.ts'
import { fileVault, KEY_FILE } from './file-vault.ts'
import { readEntries, writeEntries } from './secrets.ts'
import type { Vault } from './vault.ts'

/**
 * Encrypts the secrets of a store again that an earlier Midad encrypted with a key beside them, and removes that key. What
 * it cannot decrypt is left as it is: it was encrypted again before, or must be entered again.
 * @throws ContractError the store's own; the key is then still there
 */
export function moveKey(storeFolder: string, vault: Vault): void {
  const old = join(storeFolder, KEY_FILE)
  if (vault.kind !== 'file' || !existsSync(old)) return
  const oldVault = fileVault(storeFolder)
  const entries = Object.entries(readEntries(storeFolder)).map(([id, entry]) => {
    const secret = entry.by === 'file' ? decrypted(oldVault, entry.bytes, id) : null
    return [id, secret === null ? entry : { ...entry, bytes: vault.encrypt(secret, id).toString('base64') }] as const
  })
  writeEntries(storeFolder, Object.fromEntries(entries))
  asContractError(() => removeFile(old))
}

function decrypted(vault: Vault, bytes: string, id: string): string | null {
  try {
    return vault.decrypt(Buffer.from(bytes, 'base64'), id)
  } catch {
    // Another key encrypted it.
    return null
  }
}
