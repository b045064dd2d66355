import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { ContractError } from '#core/contract/errors.ts'
import { connect, emptyLog, type Care } from './connect.ts'
import { removeFile } from './durable.ts'
import { createHandle, type Guard, type WriteDb } from './handles.ts'
import { watchPlace } from './in-place.ts'
import { writeBack } from './put-back.ts'
import { setAside, stamped } from './recovery/set-aside.ts'

/** The open file of a store, which stays where it belongs. */
export type Live = {
  readonly db: WriteDb
  connection(): Database.Database
  /** See `Store`. */
  emptyLog(): void
  close(): void
}

/**
 * Opens the file of a store and watches it: nothing is acknowledged that went to a file that was removed or replaced. Such a
 * file is still whole for this process, so it is written back to its place; what lies there instead is put aside.
 * @param relock takes the store's lock again, if its file went too
 * @throws ContractError as `connect` does.
 */
export function openLive(path: string, care: Care, relock: () => void): Live {
  let connection: Database.Database | null = connect(path, care)
  let watch = watchPlace(path)
  let isOverwritten = false
  let aside: string | null = null

  const opened = (): Database.Database => {
    if (connection === null) {
      // SQLite would make an empty one.
      if (!existsSync(path)) throw new ContractError('store-io', { path })
      connection = connect(path, 'none')
      watch = watchPlace(path)
    }
    return connection
  }
  const putBack = (): void => {
    // A folder that is gone is a medium that is gone: a new one would lie where it comes back.
    if (!existsSync(dirname(path))) throw new ContractError('store-io', { path })
    relock()
    const old = opened()
    writeBack(old, path, watch.isFileOurs())
    // Closing removes the log by its name: the new file has none yet.
    connection = null
    old.close()
    opened()
  }
  const keepOverwritten = (): void => {
    // The same one however often it is tried.
    aside ??= join(dirname(path), stamped('damaged', new Date().toISOString()))
    try {
      setAside(path, aside)
    } catch (error) {
      // Half a copy only takes up room. The folder stays when it could be made: it says that there is something to recover.
      for (const ending of ['', '-wal']) removeFile(join(aside, `${basename(path)}${ending}`))
      throw error
    }
  }
  const guard: Guard = {
    before() {
      opened()
      const place = isOverwritten ? 'overwritten' : watch.look()
      if (place === 'gone') putBack()
      if (place !== 'overwritten') return
      // What is there now is neither ours nor whole; the next opening recovers from it and from our log.
      if (!isOverwritten) keepOverwritten()
      isOverwritten = true
      throw new ContractError('store-corrupt', { path })
    },
    after() {
      if (watch.isThere()) watch.remember()
      else putBack()
    },
  }
  const emptyOwnLog = (): void => {
    guard.before()
    try {
      emptyLog(opened())
    } finally {
      // On a full disk some pages were written before it failed: they are ours as well.
      if (watch.isThere()) watch.remember()
    }
    guard.after()
  }
  return {
    db: createHandle(opened, guard),
    connection: opened,
    emptyLog: emptyOwnLog,
    close: () => connection?.close(),
  }
}
