import Database from 'better-sqlite3'
import { ContractError, type ErrorCode } from '#core/contract/errors.ts'

/** By the first part of SQLite's result code: `SQLITE_IOERR_WRITE` is an `SQLITE_IOERR`. */
const SQLITE_CODES: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_FULL', 'store-full'],
  ['SQLITE_READONLY', 'store-read-only'],
  ['SQLITE_CORRUPT', 'store-corrupt'],
  ['SQLITE_NOTADB', 'store-corrupt'],
  ['SQLITE_BUSY', 'store-in-use'],
  ['SQLITE_IOERR', 'store-io'],
  ['SQLITE_CANTOPEN', 'store-io'],
]

const SYSTEM_CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'store-full',
  EDQUOT: 'store-full',
  EACCES: 'store-read-only',
  EPERM: 'store-read-only',
  EROFS: 'store-read-only',
  EIO: 'store-io',
  ENOTDIR: 'store-io',
  ENAMETOOLONG: 'name-too-long',
  EEXIST: 'store-io',
  ENODEV: 'store-io',
}

/** @returns the refusal for an error of SQLite or the file system; null for any other error. */
export function toContractError(error: unknown): ContractError | null {
  if (error instanceof ContractError) return error
  if (error instanceof Database.SqliteError) {
    const code = SQLITE_CODES.find(([prefix]) => error.code.startsWith(prefix))?.[1]
    return code === undefined ? null : new ContractError(code, {}, { cause: error })
  }
  const code = error instanceof Error && 'code' in error ? SYSTEM_CODES[String(error.code)] : undefined
  if (code === undefined) return null
  const path = error instanceof Error && 'path' in error ? String(error.path) : ''
  return new ContractError(code, code === 'name-too-long' ? { path } : {}, { cause: error })
}

/** Runs work on the store's folder. @throws ContractError for the errors that are known, else what was thrown. */
export function asContractError<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toContractError(error) ?? error
  }
}
