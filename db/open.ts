import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { ContractError } from '#core/contract/errors.ts'
import { makeFolder, removeFile } from './durable.ts'
import { asContractError, toContractError } from './errors.ts'
import { addFunctions } from './functions.ts'
import { createHandle, type WriteDb } from './handles.ts'
import { APPLICATION_ID, checkHeader } from './header.ts'
import { takeLock } from './lock.ts'
import { migrate, storeVersion } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** What whoever copies a store may want to know and do meanwhile. */
export type CopyRun = { signal?: AbortSignal; onProgress?: (fraction: number) => void }

/** An open store. */
export type Store = {
  /** The absolute path of the folder that holds the database, the pictures and the backups. */
  readonly folder: string
  readonly db: WriteDb
  /** True when nothing may be written: `db` then reads a copy, and every write fails. */
  readonly readOnly: boolean
  /** True when the store was not closed the last time: a crash, a power cut, a killed process. */
  readonly wasCutOff: boolean
  /** Copies the database as it stands, the log included, while it is being used. @throws what SQLite throws, and the signal's reason. */
  copyTo(path: string, run?: CopyRun): Promise<void>
  /**
   * Moves what is in the log into the database when it has become much: a few syncs, for a moment in which nobody waits.
   * A save does it only where the log has become very long without such a moment. @throws what SQLite throws.
   */
  emptyLog(): void
  close(): void
}

const NEWEST = MIGRATIONS.at(-1)?.version ?? 0
export const FILE = 'midad.db'
/** Is there while the store is open. */
const OPEN_MARKER = 'midad.open'
const SUSPECT_MARKER = 'midad.suspect'

/**
 * Opens the store in a folder, and makes both when they are not there. A file that is not a sound store of ours
 * is refused before anything is written to it.
 * @throws ContractError `store-in-use`, `store-foreign`, `store-newer`, `store-corrupt`, `store-full`, `store-io`;
 *   `store-read-only` when there is nothing to read and nothing can be made.
 */
export function openStore(path: string): Store {
  const folder = resolve(path)
  return asContractError(() => {
    if (isWritable(folder)) return openWritable(folder)
    if (existsSync(join(folder, FILE))) return openCopy(folder)
    throw new ContractError('store-read-only', { path: folder })
  })
}

/** Opening for writing is the only question whose answer can be trusted: mounts, permissions and root differ. */
function isWritable(folder: string): boolean {
  try {
    makeFolder(folder, 0o700)
    closeSync(openSync(join(folder, 'midad.lock'), 'a', 0o600))
    if (existsSync(join(folder, FILE))) closeSync(openSync(join(folder, FILE), 'r+'))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && READ_ONLY.has(String(error.code))) return false
    throw error
  }
}

const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS'])

function openWritable(folder: string): Store {
  const unlock = takeLock(join(folder, 'midad.lock'))
  try {
    const path = join(folder, FILE)
    if (existsSync(path)) checkHeader(path, NEWEST)
    const marker = join(folder, OPEN_MARKER)
    const wasCutOff = existsSync(marker)
    // To read the whole file takes as long as the store is large, so it is done only when there is a reason.
    const connection = connect(path, wasCutOff || existsSync(join(folder, SUSPECT_MARKER)))
    removeFile(join(folder, SUSPECT_MARKER))
    writeFileSync(marker, '')
    return {
      folder,
      db: createHandle(connection),
      readOnly: false,
      wasCutOff,
      copyTo: (target, run) => copyDatabase(connection, target, run),
      emptyLog: () => emptyLog(connection),
      close() {
        try {
          connection.close()
          removeFile(marker)
        } catch (error) {
          // A marker that cannot be removed costs a look at the whole file the next time.
          if (toContractError(error) === null) throw error
        } finally {
          unlock()
        }
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/**
 * Says that something of the store's file could not be read, so that the next opening looks at all of it.
 * A folder that refuses even this will be found out in another way.
 */
export function markSuspect(folder: string): void {
  try {
    writeFileSync(join(folder, SUSPECT_MARKER), '')
  } catch {
    // The store is opened read-only then, or not at all.
  }
}

/** Of 4 kB: in a quiet moment from so many pages on, and in the midst of work from so many. */
const LOG_PAGES = { quiet: 1000, most: 8000 }

function emptyLog(connection: Database.Database): void {
  // NOOP tells how much there is, and does nothing.
  const [log] = connection.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[]
  if (log !== undefined && log.log - log.checkpointed >= LOG_PAGES.quiet) connection.pragma('wal_checkpoint(PASSIVE)')
}

/** Pages at a time: a key that is pressed meanwhile waits for one step at most. */
const PAGES_A_STEP = 256

async function copyDatabase(connection: Database.Database, path: string, run: CopyRun = {}): Promise<void> {
  await connection.backup(path, {
    progress({ totalPages, remainingPages }) {
      run.signal?.throwIfAborted()
      run.onProgress?.(totalPages === 0 ? 0 : 1 - remainingPages / totalPages)
      return PAGES_A_STEP
    },
  })
}

function connect(path: string, isThorough: boolean): Database.Database {
  const connection = new Database(path, { timeout: 5000 })
  try {
    const isNew = storeVersion(connection) === 0
    addFunctions(connection)
    check(connection, isThorough)
    if (isNew) {
      // Before the log is switched to WAL, so that the file itself says whose it is from its first commit on.
      connection.pragma(`application_id = ${APPLICATION_ID}`)
      migrate(connection, MIGRATIONS)
    }
    configure(connection)
    migrate(connection, MIGRATIONS)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

function check(connection: Database.Database, isThorough: boolean): void {
  // Read through the log, where a newer version may still be.
  if (storeVersion(connection) > NEWEST) throw new ContractError('store-newer', { path: connection.name })
  if (isThorough && connection.pragma('quick_check(1)', { simple: true }) !== 'ok') {
    throw new ContractError('store-corrupt', { path: connection.name })
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

/** SQLite cannot read a WAL store in a folder that it may not write, so a copy elsewhere is read. */
function openCopy(folder: string): Store {
  checkHeader(join(folder, FILE), NEWEST)
  const copyFolder = mkdtempSync(join(tmpdir(), 'midad-read-only-'))
  try {
    for (const name of [FILE, `${FILE}-wal`]) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copyFolder, name))
    }
    const connection = connect(join(copyFolder, FILE), false)
    connection.pragma('query_only = ON')
    return {
      folder,
      db: createHandle(connection),
      readOnly: true,
      wasCutOff: false,
      copyTo: (target, run) => copyDatabase(connection, target, run),
      emptyLog: () => {},
      close() {
        connection.close()
        rmSync(copyFolder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(copyFolder, { recursive: true, force: true })
    throw error
  }
}
