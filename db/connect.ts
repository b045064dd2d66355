import Database from 'better-sqlite3'
import { ContractError } from '#core/contract/errors.ts'
import { addFunctions } from './functions.ts'
import { APPLICATION_ID } from './header.ts'
import { migrate, storeVersion } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { makePrivateFile } from './private.ts'
import { hasSchemaOf } from './schema.ts'

export const NEWEST = MIGRATIONS.at(-1)?.version ?? 0

/** The number of 4 kB pages in the log from which it is checkpointed: in a quiet moment, and during work. */
const LOG_PAGES = { quiet: 1000, most: 8000 }

/** Checkpoints the log when it is long. @throws what SQLite throws. */
export function emptyLog(connection: Database.Database): void {
  // NOOP reports the length of the log and does nothing else.
  const [log] = connection.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[]
  if (log !== undefined && log.log - log.checkpointed >= LOG_PAGES.quiet) connection.pragma('wal_checkpoint(PASSIVE)')
}

/** How much of a file is checked before it is used. Checking everything, indexes included, is slow for a large store. */
export type Care = 'none' | 'pages' | 'everything'

/**
 * Opens the file of a store, and brings it up to this version.
 * @throws ContractError `store-corrupt`, `store-newer`, `store-io`; what SQLite throws.
 */
export function connect(path: string, care: Care): Database.Database {
  makePrivateFile(path)
  const connection = new Database(path, { timeout: 5000 })
  try {
    const isNew = prepare(connection, care)
    if (isNew) {
      // Before the journal is switched to WAL, so that the file itself says whose it is from its first commit on.
      connection.pragma(`application_id = ${APPLICATION_ID}`)
      migrate(connection, MIGRATIONS)
    }
    configure(connection)
    migrate(connection, MIGRATIONS)
    requireSchema(connection)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Opens the bytes of a store in memory, to be read only. @throws as `connect` does. */
export function connectInMemory(bytes: Buffer, path: string): Database.Database {
  const connection = new Database(bytes)
  try {
    prepare(connection, 'none', path)
    migrate(connection, MIGRATIONS, false)
    requireSchema(connection)
    connection.pragma('cell_size_check = ON')
    connection.pragma('query_only = ON')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/**
 * Opens a file of any version read-only, in its place. No other connection may be writing to it.
 * @throws as `connect` does.
 */
export function connectToRead(path: string): Database.Database {
  const connection = new Database(path, { readonly: true, fileMustExist: true })
  try {
    if (prepare(connection, 'none')) throw new ContractError('store-corrupt', { path })
    requireSchema(connection, storeVersion(connection))
    connection.pragma('cell_size_check = ON')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** @returns whether the file has no tables yet. */
function prepare(connection: Database.Database, care: Care, path = connection.name): boolean {
  const isNew = asCorrupt(path, () => {
    const isEmpty = storeVersion(connection) === 0
    const parts = Number(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
    // Tables without a version: a bit flip in the header.
    if (isEmpty && parts > 0) throw new ContractError('store-corrupt', { path })
    return isEmpty
  })
  addFunctions(connection)
  // Read through the log, where a newer version may still be.
  if (storeVersion(connection) > NEWEST) throw new ContractError('store-newer', { path })
  if (care === 'none') return isNew
  const check = care === 'pages' ? 'quick_check(1)' : 'integrity_check(1)'
  if (asCorrupt(path, () => connection.pragma(check, { simple: true })) !== 'ok') {
    throw new ContractError('store-corrupt', { path })
  }
  return isNew
}

function requireSchema(connection: Database.Database, of = NEWEST): void {
  const until = MIGRATIONS.filter(({ version }) => version <= of)
  if (!asCorrupt(connection.name, () => hasSchemaOf(connection, until))) {
    throw new ContractError('store-corrupt', { path: connection.name })
  }
}

/** Our statements are valid, so an SQL error means that the schema in the file is damaged. */
function asCorrupt<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const isOfSchema = error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR'
    throw isOfSchema ? new ContractError('store-corrupt', { path }, { cause: error }) : error
  }
}

/** SQLite ignores a pragma that it does not know or cannot honour, so each is read back. */
function configure(connection: Database.Database): void {
  const wanted: readonly (readonly [string, string, unknown])[] = [
    ['journal_mode', 'WAL', 'wal'],
    // The default of WAL is NORMAL, which loses acknowledged saves when the power goes.
    ['synchronous', 'FULL', 2],
    ['foreign_keys', 'ON', 1],
    ['trusted_schema', 'OFF', 0],
    ['cell_size_check', 'ON', 1],
    ['secure_delete', 'ON', 1],
    // SQLite's own 1000 would make one save in forty wait for three more syncs; see emptyLog.
    ['wal_autocheckpoint', String(LOG_PAGES.most), LOG_PAGES.most],
  ]
  for (const [name, value, expected] of wanted) {
    connection.pragma(`${name} = ${value}`)
    const actual = connection.pragma(name, { simple: true })
    if (actual !== expected) throw new ContractError('store-io', { path: connection.name, pragma: name })
  }
}
