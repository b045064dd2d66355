import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContractError } from '#core/contract/errors.ts'
import { removeFile } from '#db/durable.ts'
import { asContractError } from '#db/errors.ts'
import { digest } from '#db/seal.ts'
import { writeFileAtomic } from './atomic-write.ts'

/** Two letters of the hash make a folder, so that no folder grows beyond what file managers bear. */
function assetPath(storeFolder: string, hash: string): string {
  return join(storeFolder, 'assets', hash.slice(0, 2), hash)
}

/**
 * Keeps a picture's bytes under their hash. The same picture is kept once; a damaged one is mended by its like.
 * @returns the hash.
 * @throws ContractError `store-full`, `store-read-only`, `store-io`.
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
 * Reads a picture back and proves that it is the one that was kept.
 * @param hash 64 lower-case hexadecimal digits, as the contract's schema assures.
 * @throws ContractError `asset-missing`, `asset-damaged`, and the store's own.
 */
export function readAsset(storeFolder: string, hash: string): Uint8Array {
  const path = assetPath(storeFolder, hash)
  if (!existsSync(path)) throw new ContractError('asset-missing', { hash })
  const bytes = asContractError(() => readFileSync(path))
  if (digest(bytes) !== hash) throw new ContractError('asset-damaged', { hash })
  return bytes
}

/** @returns whether a folder has a picture, as it was kept. @throws what the system throws. */
export function isAssetSound(folder: string, hash: string): boolean {
  const path = assetPath(folder, hash)
  return existsSync(path) && digest(readFileSync(path)) === hash
}

/**
 * Copies a picture to where the pictures of another folder lie. One that is there already, and sound, stays.
 * @returns whether it is there now, sound; false when the source is missing or damaged too.
 * @throws ContractError the store's own.
 */
export function copyAsset(from: string, to: string, hash: string): boolean {
  return asContractError(() => {
    if (isAssetSound(to, hash)) return true
    if (!isAssetSound(from, hash)) return false
    writeFileAtomic(assetPath(to, hash), readFileSync(assetPath(from, hash)))
    return true
  })
}

/** Removes a picture, if it is there. @throws ContractError the store's own. */
export function removeAsset(storeFolder: string, hash: string): void {
  asContractError(() => removeFile(assetPath(storeFolder, hash)))
}
