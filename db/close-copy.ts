import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { ContractError } from '#core/contract/errors.ts'

/**
 * Makes a copied database one file: without a log beside it, which would be left behind when it is copied on.
 * @throws ContractError `store-full` when what is in the log did not get into the file; what SQLite throws.
 */
export function closeCopy(path: string): void {
  const connection = new Database(path)
  try {
    // Asked for by itself: to close a connection leaves a log that finds no room in the file, and says nothing of it.
    const [log] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    const mode = connection.pragma('journal_mode = DELETE', { simple: true })
    if (log?.busy !== 0 || mode !== 'delete') throw new ContractError('store-full', { path })
  } finally {
    connection.close()
  }
  const log = `${path}-wal`
  if (existsSync(log) && statSync(log).size > 0) throw new ContractError('store-full', { path })
}
