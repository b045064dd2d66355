import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContractError } from '#core/contract/errors.ts'
import { removeFile } from '#db/durable.ts'
import { asContractError } from '#db/errors.ts'
import { digest } from '#db/seal.ts'
import { writeFileAtomic } from './atomic-write.ts'

/** The first two digits of the hash name a folder, so that no folder grows too large for file managers. */
function assetPath(storeFolder: string, hash: string): string {
  return join(storeFolder, 'assets', hash.slice(0, 2), hash)
}

/**
 * Stores a picture under the hash of its bytes. A picture that is stored already is written again only if it is damaged.
 * @returns the hash
 * @throws ContractError `store-full`, `store-read-only`, `store-io`
 */
export function writeAsset(storeFolder: string, bytes: Uint8Array): string {
  const hash = digest(bytes)
  const path = assetPath(storeFolder, hash)
  asContractError(() => {
    if (!existsSync(path) || digest(readFileSync(path)) !== hash) writeFileAtomic(path, bytes)
  })
  return hash
}

/**
 * Reads a picture and checks its hash.
 * @param hash 64 lower-case hexadecimal digits, which the contract's schema has checked
 * @throws ContractError `asset-missing`, `asset-damaged`, `store-io`
 */
export function readAsset(storeFolder: string, hash: string): Uint8Array {
  const path = assetPath(storeFolder, hash)
  if (!existsSync(path)) throw new ContractError('asset-missing', { hash })
  const bytes = asContractError(() => readFileSync(path))
  if (digest(bytes) !== hash) throw new ContractError('asset-damaged', { hash })
  return bytes
}

/** @returns whether a folder has a picture whose hash is right. @throws the file system's errors. */
export function isAssetSound(folder: string, hash: string): boolean {
  const path = assetPath(folder, hash)
  return existsSync(path) && digest(readFileSync(path)) === hash
}

/**
 * Copies a picture from one folder to another, unless it is there already and its hash is right.
 * @returns whether the target has the picture now; false if both are missing or damaged
 * @throws ContractError `store-full`, `store-read-only`, `store-io`
 */
export function copyAsset(from: string, to: string, hash: string): boolean {
  return asContractError(() => {
    if (isAssetSound(to, hash)) return true
    if (!isAssetSound(from, hash)) return false
    writeFileAtomic(assetPath(to, hash), readFileSync(assetPath(from, hash)))
    return true
  })
}

/** Removes a picture if it exists. @throws ContractError `store-read-only`, `store-io`. */
export function removeAsset(storeFolder: string, hash: string): void {
  asContractError(() => removeFile(assetPath(storeFolder, hash)))
}
