import { existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import Database from 'better-sqlite3'
import { ContractError } from '#core/contract/errors.ts'
import { NEWEST } from './connect.ts'
import { makeFolder, removeFile, syncFile, syncFolder } from './durable.ts'
import { makePrivateFile } from './private.ts'
import { toContractError } from './errors.ts'
import { checkHeader } from './header.ts'
import { storeVersion } from './migrate.ts'
import { stamped } from './recovery/set-aside.ts'

/** A complete copy that is to become the store's file. While that file is missing, it may be the only one. */
const partOf = (path: string): string => `${path}.part`
/** A copy that is being written. */
const begunOf = (path: string): string => `${path}.writing`
const asideOf = (path: string, what: string): string => join(dirname(path), stamped(what, new Date().toISOString()))

/**
 * Writes the content of a connection back to its path, after the file or the log there was removed or replaced. Until the
 * new file has its name the connection stays open, and this can be repeated; when the process ends meanwhile, `findAgain`
 * completes it.
 * @param isOurs whether the file at the path is the connection's; another one is moved aside
 * @throws what SQLite and the file system throw.
 */
export function writeBack(connection: Database.Database, path: string, isOurs: boolean): void {
  const begun = begunOf(path)
  removeFile(begun)
  try {
    makePrivateFile(begun)
    connection.prepare('VACUUM INTO ?').run(begun)
    syncFile(begun)
  } catch (error) {
    removeFile(begun)
    throw error
  }
  // An earlier copy is only replaced by a whole one.
  renameSync(begun, partOf(path))
  takePlace(partOf(path), path, isOurs)
}

/** Gives a whole copy the name of the store. */
function takePlace(copy: string, path: string, isOurs: boolean): void {
  const log = `${path}-wal`
  // The log before its file: cut off in between, a log without a file would look like the remains of a store.
  if (existsSync(path) && !isOurs) moveAside([log, path], asideOf(path, 'replaced'))
  // SQLite would apply the old log to the new file: it must be gone from the disk before.
  for (const stale of [log, `${path}-shm`]) removeFile(stale)
  syncFolder(dirname(path))
  renameSync(copy, path)
  syncFolder(dirname(path))
}

/** Moves the files that exist to a folder of their own. */
function moveAside(paths: readonly string[], aside: string, name: (path: string) => string = basename): void {
  const there = paths.filter((each) => existsSync(each))
  if (there.length === 0) return
  makeFolder(aside, 0o700)
  for (const each of there) renameSync(each, join(aside, name(each)))
  syncFolder(aside)
  syncFolder(dirname(aside))
}

/**
 * Before a store is opened, completes a `writeBack` during which its process ended. A complete copy becomes the missing
 * file. No new store is made where the remains of one are.
 * @throws ContractError `store-corrupt` when remains can only be recovered; `store-newer`.
 */
export function findAgain(path: string): void {
  // The latest first.
  const copies = [begunOf(path), partOf(path)].filter((copy) => existsSync(copy))
  // The process went on without them, or somebody put a file there.
  if (existsSync(path)) return moveAside(copies, asideOf(path, 'replaced'))
  const whole = copies.find(isWhole)
  if (whole !== undefined) return takePlace(whole, path, false)
  // Recovery looks there. Its own folder has another name, because it removes that when it fails.
  for (const copy of copies) moveAside([copy], `${asideOf(path, 'damaged')}${extname(copy)}`, () => basename(path))
  if (hasRemains(path)) throw new ContractError('store-corrupt', { path })
}

function isWhole(copy: string): boolean {
  try {
    checkHeader(copy, NEWEST)
    const connection = new Database(copy, { readonly: true })
    try {
      return storeVersion(connection) > 0 && connection.pragma('quick_check(1)', { simple: true }) === 'ok'
    } finally {
      connection.close()
    }
  } catch (error) {
    const code = toContractError(error)?.code
    if (code === 'store-foreign' || code === 'store-corrupt') return false
    throw error
  }
}

/** A log without its file, or files that a recovery moved aside, show that there was a store. */
function hasRemains(path: string): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  if (log !== undefined && log.size > 0) return true
  const folder = dirname(path)
  return readdirSync(folder).some((name) => name.startsWith('damaged-') && readdirSync(join(folder, name)).length > 0)
}
