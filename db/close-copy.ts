import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { ContractError } from '#core/contract/errors.ts'

/**
 * Moves the log of a copied database into its file, so that the file can be copied alone.
 * @throws ContractError `store-full` when the log does not fit into the file; what SQLite throws.
 */
export function closeCopy(path: string): void {
  const connection = new Database(path)
  try {
    // Explicitly: closing a connection keeps a log that does not fit into the file, without an error.
    const [log] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    const mode = connection.pragma('journal_mode = DELETE', { simple: true })
    if (log?.busy !== 0 || mode !== 'delete') throw new ContractError('store-full', { path })
  } finally {
    connection.close()
  }
  const log = `${path}-wal`
  if (existsSync(log) && statSync(log).size > 0) throw new ContractError('store-full', { path })
}
