import { existsSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { ContractError } from '#core/contract/errors.ts'
import { connectInMemory, connectToRead, NEWEST } from './connect.ts'
import { createHandle, type ReadDb } from './handles.ts'
import { checkHeader, readHeader } from './header.ts'
import { loadWithLog } from './open-copy.ts'

/** An open backup. */
export type Backup = { readonly db: ReadDb; close(): void }

/** A file without a log, whose version has the tables that the readers know. */
function isReadableInPlace(path: string): boolean {
  const header = readHeader(path)
  if (header.length === 0) throw new ContractError('store-corrupt', { path })
  const isClosed = header[18] === 1 && header[19] === 1
  return isClosed && header.readUInt32BE(60) > 1 && !existsSync(`${path}-wal`)
}

/**
 * Opens a backup in its place, without writing to it: copying a large one would take long, and saves would wait meanwhile.
 * Only a file with a log, or of version 1, is read into memory.
 * @throws ContractError `store-foreign`, `store-newer`, `store-corrupt`; what SQLite and the file system throw.
 */
export function openBackup(path: string): Backup {
  checkHeader(path, NEWEST)
  const connection: Database.Database = isReadableInPlace(path)
    ? connectToRead(path)
    : connectInMemory(loadWithLog(path), path)
  return { db: createHandle(() => connection), close: () => void connection.close() }
}
