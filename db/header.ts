import { readSync } from 'node:fs'
import { ContractError } from '#core/contract/errors.ts'
import { withRegularFile } from './regular-file.ts'

/** «مداد» as a number: marks a SQLite file as ours. */
export const APPLICATION_ID = 0x4d44_4144

const MAGIC = 'SQLite format 3\0'

/** @returns the first 100 bytes of a file, or fewer when it has no more. @throws as `withRegularFile`. */
export function readHeader(path: string): Buffer {
  const header = Buffer.alloc(100)
  return withRegularFile(path, ({ descriptor }) => header.subarray(0, readSync(descriptor, header, 0, 100, 0)))
}

/**
 * Checks a file's first bytes before SQLite opens it (https://sqlite.org/fileformat.html, section 1.3).
 * @param newest the newest version that this code knows.
 * @throws ContractError `store-foreign` for a file that is not a store of ours, `store-newer` for a later one,
 *   `not-a-file` for a folder, a pipe or a device.
 */
export function checkHeader(path: string, newest: number): void {
  const header = readHeader(path)
  // An empty file is what a crash before the first commit leaves.
  if (header.length === 0) return
  const isOurs =
    header.length === 100 && header.toString('latin1', 0, 16) === MAGIC && header.readUInt32BE(68) === APPLICATION_ID
  if (!isOurs) throw new ContractError('store-foreign', { path })
  if (header.readUInt32BE(60) > newest) throw new ContractError('store-newer', { path })
}
