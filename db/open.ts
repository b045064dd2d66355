import { closeSync, existsSync, openSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ContractError } from '#core/contract/errors.ts'
import { giveUpBallast, isDiskFull } from './ballast.ts'
import { NEWEST, type Care } from './connect.ts'
import { makeFolder, removeFile, syncFile, syncFolder } from './durable.ts'
import { asContractError, toContractError } from './errors.ts'
import { checkHeader } from './header.ts'
import { openLive } from './live.ts'
import { takeLock } from './lock.ts'
import { openCopy } from './open-copy.ts'
import { makePrivate } from './private.ts'
import { findAgain } from './put-back.ts'
import { holdsOurRows } from './recovery/is-ours.ts'
import { inspectLog, readWhole } from './recovery/log.ts'
import { copyDatabase, FILE, type Store } from './store.ts'

export { FILE, type CopyRun, type Store } from './store.ts'

const LOCK = 'midad.lock'
/** Exists while the store is open. */
const OPEN_MARKER = 'midad.open'
const SUSPECT_MARKER = 'midad.suspect'
/** Exists from a crash until all pages were checked. */
const UNCHECKED_MARKER = 'midad.unchecked'

/** The browser's profile, whose files the browser keeps itself. */
const PROFILES = new Set(['window'])

/** In bytes. Checking pages takes seconds for every hundred megabytes; for a file of this size nobody notices. */
const SMALL = 8_000_000

/**
 * Opens the store in a folder, and makes both when they do not exist. A file that is not a sound store of ours is refused
 * before anything is written to it.
 * @throws ContractError `store-in-use`, `store-foreign`, `store-newer`, `store-corrupt`, `store-full`, `store-io`;
 *   `store-read-only` when there is nothing to read and nothing can be made.
 */
export function openStore(path: string): Store {
  const folder = resolve(path)
  return asContractError(() => {
    refuseOthers(folder)
    if (isWritable(folder)) return openWithRoom(folder)
    if (existsSync(join(folder, FILE))) return openCopy(folder)
    throw new ContractError('store-read-only', { path: folder })
  })
}

/**
 * A pipe in the place of a file would be waited for without end.
 * @throws ContractError `store-foreign`.
 */
function refuseOthers(folder: string): void {
  for (const name of [LOCK, FILE, `${FILE}-wal`, `${FILE}-shm`, `${FILE}-journal`]) {
    const path = join(folder, name)
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
      throw new ContractError('store-foreign', { path })
  }
}

/** Tried by opening: mounts, permissions and root make any other test unreliable. */
function isWritable(folder: string): boolean {
  try {
    makeFolder(folder, 0o700)
    closeSync(openSync(join(folder, LOCK), 'a', 0o600))
    if (existsSync(join(folder, FILE))) closeSync(openSync(join(folder, FILE), 'r+'))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && READ_ONLY.has(String(error.code))) return false
    throw error
  }
}

const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS'])

/** Opening needs room for the log and its index. On a full disk the ballast is released; without one it is only read. */
function openWithRoom(folder: string): Store {
  try {
    return openWritable(folder)
  } catch (error) {
    const code = toContractError(error)?.code
    // The folder could be written a moment ago: SQLite opens a file for reading alone when it cannot open it otherwise.
    if (code === 'store-read-only') throw new ContractError('store-io', {}, { cause: error })
    const isFull = code === 'store-full' || (code === 'store-io' && isDiskFull(folder))
    if (!isFull) throw error
    if (giveUpBallast(folder)) return openWritable(folder)
    if (existsSync(join(folder, FILE)) && isDiskFull(folder)) return openCopy(folder, true)
    throw new ContractError('store-full', { path: folder }, { cause: error })
  }
}

function openWritable(folder: string): Store {
  const lockPath = join(folder, LOCK)
  let lock = takeLock(lockPath)
  try {
    makePrivate(folder, PROFILES)
    const path = join(folder, FILE)
    const marker = join(folder, OPEN_MARKER)
    const wasCutOff = existsSync(marker)
    const isSuspect = existsSync(join(folder, SUSPECT_MARKER))
    findAgain(path)
    checkFiles(path)
    // Checking the whole file is slow for a large store, so it is done only after something could not be read. After a
    // crash alone a large one is checked while it is used.
    const unchecked = join(folder, UNCHECKED_MARKER)
    const isOpenToDoubt = wasCutOff || existsSync(unchecked)
    const care: Care = isSuspect ? 'everything' : isOpenToDoubt && isSmall(path) ? 'pages' : 'none'
    const isUnchecked = isOpenToDoubt && care === 'none'
    if (isUnchecked) makeMarker(unchecked)
    const live = openLive(path, care, () => {
      if (lock.isHeld()) return
      const again = takeLock(lockPath)
      lock.release()
      lock = again
    })
    removeFile(join(folder, SUSPECT_MARKER))
    if (!isUnchecked) removeFile(unchecked)
    makeMarker(marker)
    syncFolder(folder)
    return {
      folder,
      db: live.db,
      readOnly: false,
      isDiskFull: false,
      wasCutOff,
      isUnchecked,
      markChecked: () => removeFile(unchecked),
      copyTo: (target, run) => copyDatabase(live.connection(), target, run),
      emptyLog: () => live.emptyLog(),
      close() {
        try {
          live.close()
          removeFile(marker)
        } catch (error) {
          // A marker that cannot be removed costs a check of the pages the next time.
          if (toContractError(error) === null) throw error
        } finally {
          lock.release()
        }
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Synced: otherwise a power cut removes the marker too, and nothing is checked. */
function makeMarker(path: string): void {
  writeFileSync(path, '', { mode: 0o600 })
  syncFile(path)
}

function isSmall(path: string): boolean {
  const sizes = [path, `${path}-wal`].map((each) => statSync(each, { throwIfNoEntry: false })?.size ?? 0)
  return sizes.reduce((sum, size) => sum + size, 0) < SMALL
}

/** Checks the files of a store before SQLite opens them: it would write to them, and skip the damaged end of a log. */
function checkFiles(path: string): void {
  if (!existsSync(path)) return
  try {
    checkHeader(path, NEWEST)
  } catch (error) {
    const isForeign = error instanceof ContractError && error.code === 'store-foreign'
    throw isForeign && holdsOurRows(path) ? new ContractError('store-corrupt', { path }, { cause: error }) : error
  }
  const log = readWhole(`${path}-wal`)
  if (log !== null && inspectLog(log).state === 'damaged') throw new ContractError('store-corrupt', { path })
}

/**
 * Records that a part of the store's file could not be read, so that the next opening checks all of it. An error is
 * ignored: such a folder cannot be written, and the next opening notices that.
 */
export function markSuspect(folder: string): void {
  try {
    writeFileSync(join(folder, SUSPECT_MARKER), '', { mode: 0o600 })
  } catch {
    // The store is opened read-only then, or not at all.
  }
}
