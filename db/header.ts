import { closeSync, openSync, readSync } from 'node:fs'
import { ContractError } from '#core/contract/errors.ts'

/** «مداد» as a number: marks a SQLite file as ours. */
export const APPLICATION_ID = 0x4d44_4144

const MAGIC = 'SQLite format 3\0'

/**
 * Looks at a file's first bytes before SQLite may touch it (https://sqlite.org/fileformat.html, section 1.3).
 * @param newest the newest version that this code knows.
 * @throws ContractError `store-foreign` for a file that is not a store of ours, `store-newer` for a later one.
 */
export function checkHeader(path: string, newest: number): void {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  let length: number
  try {
    length = readSync(file, header, 0, 100, 0)
  } finally {
    closeSync(file)
  }
  // An empty file is what a crash before the first commit leaves.
  if (length === 0) return
  const isOurs =
    length === 100 && header.toString('latin1', 0, 16) === MAGIC && header.readUInt32BE(68) === APPLICATION_ID
  if (!isOurs) throw new ContractError('store-foreign', { path })
  if (header.readUInt32BE(60) > newest) throw new ContractError('store-newer', { path })
}
