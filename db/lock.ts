import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { ContractError } from '#core/contract/errors.ts'

/** A store's lock, as this process has it. */
export type Lock = {
  /** Whether it still keeps others out: not when its file was removed. */
  isHeld(): boolean
  release(): void
}

/** The locks of this process. A connection that nothing refers to is collected and closed, and its lock with it. */
const held = new Set<Database.Database>()

/**
 * Takes a store for this process, until it is released or the process ends in whatever way: the operating system holds
 * the lock, on a small SQLite file beside the store, so none is ever left behind.
 * @throws ContractError `store-in-use` while another has it, in this process or in another.
 */
export function takeLock(path: string): Lock {
  const lock = new Database(path, { timeout: 0 })
  try {
    // In memory: an exclusive lock must leave no journal for the next process to roll back.
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new ContractError('store-in-use', { path }, { cause: error })
    }
    throw error
  }
  held.add(lock)
  const inode = statSync(path, { throwIfNoEntry: false })?.ino
  return {
    isHeld: () => statSync(path, { throwIfNoEntry: false })?.ino === inode,
    release() {
      lock.close()
      held.delete(lock)
    },
  }
}
