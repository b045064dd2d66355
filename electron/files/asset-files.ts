import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { ContractError } from '#core/contract/errors.ts'
import { removeFile } from '#db/durable.ts'
import { asContractError } from '#db/errors.ts'
import { readPart, readRegularFile, withRegularFile } from '#db/regular-file.ts'
import { digest } from '#db/seal.ts'
import { writeFileAtomic } from './atomic-write.ts'

/** The first two digits of the hash name a folder, so that no folder grows too large for file managers. */
function assetPath(storeFolder: string, hash: string): string {
  return join(storeFolder, 'assets', hash.slice(0, 2), hash)
}

/** @returns the bytes of a picture; null when it is missing or damaged. @throws the file system's errors. */
function soundBytes(folder: string, hash: string): Buffer | null {
  const path = assetPath(folder, hash)
  if (!existsSync(path)) return null
  try {
    const bytes = readRegularFile(path)
    return digest(bytes) === hash ? bytes : null
  } catch (error) {
    // What stands there is a folder, a pipe or a device.
    if (error instanceof ContractError) return null
    throw error
  }
}

/**
 * Stores a picture under the hash of its bytes. A picture that is stored already is written again only if it is damaged.
 * @returns the hash
 * @throws ContractError `store-full`, `store-read-only`, `store-io`
 */
export function writeAsset(storeFolder: string, bytes: Uint8Array): string {
  const hash = digest(bytes)
  asContractError(() => {
    if (soundBytes(storeFolder, hash) === null) writeFileAtomic(assetPath(storeFolder, hash), bytes)
  })
  return hash
}

/**
 * Reads a picture and checks its hash.
 * @param hash 64 lower-case hexadecimal digits, which the contract's schema has checked
 * @throws ContractError `asset-missing`, `asset-damaged`, `store-io`
 */
export function readAsset(storeFolder: string, hash: string): Uint8Array {
  if (!existsSync(assetPath(storeFolder, hash))) throw new ContractError('asset-missing', { hash })
  const bytes = asContractError(() => soundBytes(storeFolder, hash))
  if (bytes === null) throw new ContractError('asset-damaged', { hash })
  return bytes
}

/** How much of a picture is read at once, in bytes. */
const PIECE = 4 * 1024 * 1024

/** Reads a picture as `readAsset` does, piece by piece: the event loop goes on between them. */
export async function readAssetInTurns(storeFolder: string, hash: string): Promise<Uint8Array> {
  const path = assetPath(storeFolder, hash)
  if (!existsSync(path)) throw new ContractError('asset-missing', { hash })
  const sum = createHash('sha256')
  const pieces: Buffer[] = []
  for (let at = 0, isOver = false; !isOver; at += PIECE) {
    const piece = asContractError(() => readPiece(path, at))
    if (piece === null) throw new ContractError('asset-damaged', { hash })
    sum.update(piece)
    pieces.push(piece)
    isOver = piece.length < PIECE
    // oxlint-disable-next-line no-await-in-loop -- the pieces are read one after the other
    await setImmediate()
  }
  if (sum.digest('hex') !== hash) throw new ContractError('asset-damaged', { hash })
  return Buffer.concat(pieces)
}

/** @returns null where a folder, a pipe or a device stands. */
function readPiece(path: string, at: number): Buffer | null {
  try {
    return withRegularFile(path, (file) => readPart(file, at, PIECE))
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}

/** @returns whether a folder has a picture whose hash is right. @throws the file system's errors. */
export function isAssetSound(folder: string, hash: string): boolean {
  return soundBytes(folder, hash) !== null
}

/**
 * Copies a picture from one folder to another, unless it is there already and its hash is right.
 * @returns whether the target has the picture now; false if both are missing or damaged
 * @throws ContractError `store-full`, `store-read-only`, `store-io`
 */
export function copyAsset(from: string, to: string, hash: string): boolean {
  return asContractError(() => {
    if (isAssetSound(to, hash)) return true
    const bytes = soundBytes(from, hash)
    if (bytes === null) return false
    writeFileAtomic(assetPath(to, hash), bytes)
    return true
  })
}

/** Removes a picture if it exists. @throws ContractError `store-read-only`, `store-io`. */
export function removeAsset(storeFolder: string, hash: string): void {
  asContractError(() => removeFile(assetPath(storeFolder, hash)))
}
