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

/** The open file of a store. */
export type Live = {
  readonly db: WriteDb
  connection(): Database.Database
  /** See `Store`. */
  emptyLog(): void
  close(): void
}

/**
 * Opens the file of a store and watches it: no change is acknowledged that went to a file that was removed or replaced.
 * This process can still read such a file, so it is written back to its path; a file that replaced it is moved aside.
 * @param relock takes the store's lock again, in case its file was removed too
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
    // Without its folder the medium was removed. A new folder would be in the way when it comes back.
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
    // The same folder at every attempt.
    aside ??= join(dirname(path), stamped('damaged', new Date().toISOString()))
    try {
      setAside(path, aside)
    } catch (error) {
      // Half a copy is of no use. The folder stays: it shows that there is something to recover.
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
      // The file is overwritten and damaged; the next opening recovers from it and from our log.
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
      // On a full disk some pages were written before it failed: those changes are ours.
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
