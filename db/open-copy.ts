import { join } from 'node:path'
import { ContractError } from '#core/contract/errors.ts'
import { connectInMemory, NEWEST } from './connect.ts'
import { createHandle } from './handles.ts'
import { checkHeader } from './header.ts'
import { applyLog, readWhole } from './recovery/log.ts'
import { copyDatabase, FILE, type Store } from './store.ts'

/**
 * Offsets of the write and read versions: 2 with a log, 1 without (section 1.3.3 of https://sqlite.org/fileformat.html).
 */
const VERSIONS = [18, 19]

/**
 * Opens a store that may not be written. SQLite cannot read a store with a log there, because it would have to write the
 * log's index; so the file is read into memory together with its log. A copy on disk might be impossible too, and would
 * leave the house's texts behind after a crash.
 * @param isDiskFull why it may not be written: not for its permissions, but because there is no room
 * @throws ContractError `store-foreign`, `store-newer`, `store-corrupt`, `store-io`.
 */
export function openCopy(folder: string, isDiskFull = false): Store {
  const path = join(folder, FILE)
  checkHeader(path, NEWEST)
  const connection = connectInMemory(loadWithLog(path), path)
  return {
    folder,
    db: createHandle(() => connection),
    readOnly: true,
    isDiskFull,
    wasCutOff: false,
    isUnchecked: false,
    markChecked() {},
    copyTo: (target, run) => copyDatabase(connection, target, run),
    emptyLog() {},
    close: () => void connection.close(),
  }
}

/** @returns the bytes of a database with its log applied. @throws ContractError `store-io`. */
export function loadWithLog(path: string): Buffer {
  const file = readWhole(path)
  if (file === null) throw new ContractError('store-io', { path })
  const log = readWhole(`${path}-wal`)
  const bytes = log === null ? file : applyLog(file, log)
  for (const at of VERSIONS) bytes[at] = 1
  return bytes
}
