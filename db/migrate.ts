import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { ContractError } from '#core/contract/errors.ts'
import { makeFolder, removeFile, syncFile, syncFolder } from './durable.ts'
import { makePrivateFile } from './private.ts'
import { createMigrationDb } from './handles.ts'
import type { Migration } from './migrations/index.ts'
import { digest } from './seal.ts'

/** @returns the version of the store's tables; 0 for a new file. */
export function storeVersion(connection: Database.Database): number {
  return Number(connection.pragma('user_version', { simple: true }))
}

/**
 * Brings a store up to the last version in one transaction. The connection has the functions of `addFunctions`. A store
 * with tables is first copied to `backups/before-v<N>-….db` beside it; the copy is checked, and compared row by row.
 * @param isKept false for a copy in memory, which needs no backup
 * @throws ContractError `store-corrupt` when the copy is not sound; what SQLite throws, with nothing changed.
 */
export function migrate(connection: Database.Database, migrations: readonly Migration[], isKept = true): void {
  const from = storeVersion(connection)
  const due = migrations.filter(({ version }) => version > from)
  const last = due.at(-1)
  if (last === undefined) return
  if (from > 0 && isKept) backUp(connection, last.version)
  // A migration may drop and rebuild a table that others refer to, so references are checked at the end instead.
  connection.pragma('foreign_keys = OFF')
  connection
    .transaction(() => {
      for (const { up } of due) up(createMigrationDb(connection))
      // A pragma takes no parameters; the number is ours.
      connection.pragma(`user_version = ${last.version}`)
      const broken = connection.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new ContractError('store-corrupt', { path: connection.name })
    })
    .exclusive()
  connection.pragma('foreign_keys = ON')
}

function backUp(connection: Database.Database, version: number): void {
  const path = join(dirname(connection.name), 'backups', `before-v${version}-${Date.now()}.db`)
  makeFolder(dirname(path), 0o700)
  try {
    makePrivateFile(path)
    connection.prepare('VACUUM INTO ?').run(path)
    syncFile(path)
    syncFolder(dirname(path))
    requireSame(connection, path)
  } catch (error) {
    // Otherwise each attempt would leave a copy.
    removeFile(path)
    throw error
  }
}

function requireSame(connection: Database.Database, path: string): void {
  const copy = new Database(path, { readonly: true })
  try {
    const isSound =
      copy.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
      storeVersion(copy) === storeVersion(connection) &&
      contentDigest(copy) === contentDigest(connection)
    if (!isSound) throw new ContractError('store-corrupt', { path })
  } finally {
    copy.close()
  }
}

/** @returns a digest of all rows of all tables, whatever their version. */
function contentDigest(connection: Database.Database): string {
  const hash = createHash('sha256')
  const tables = connection
    .prepare(
      "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all() as { name: string; wr: number }[]
  for (const { name, wr } of tables.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    hash.update(`${name}\n`)
    // A table WITHOUT ROWID is read in the order of its key.
    const order = wr === 1 ? '' : 'ORDER BY rowid'
    for (const row of connection.prepare(`SELECT * FROM "${name}" ${order}`).raw().iterate()) {
      hash.update(
        JSON.stringify((row as unknown[]).map((value) => (value instanceof Uint8Array ? digest(value) : value))),
      )
    }
  }
  return hash.digest('hex')
}
