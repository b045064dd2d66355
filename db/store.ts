import type Database from 'better-sqlite3'
import type { WriteDb } from './handles.ts'
import { flushCopy } from './flush-copy.ts'

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
  /** True when it was cut off, then or before, and its pages have not been looked at since: see `arePagesWhole`. */
  readonly isUnchecked: boolean
  /** All of the file was looked at, and it is whole. */
  markChecked(): void
  /** Copies the database as it stands, the log included, while it is being used. @throws what SQLite throws, and the signal's reason. */
  copyTo(path: string, run?: CopyRun): Promise<void>
  /**
   * Moves what is in the log into the database when it has become much: a few syncs, for a moment in which nobody waits.
   * A save does it only where the log has become very long without such a moment. @throws what SQLite throws.
   */
  emptyLog(): void
  close(): void
}

export const FILE = 'midad.db'

/** Pages at a time: a key that is pressed meanwhile waits for one step at most. */
const PAGES_A_STEP = 256

/** Does what `copyTo` does. */
export async function copyDatabase(connection: Database.Database, path: string, run: CopyRun = {}): Promise<void> {
  const flush = flushCopy(path)
  try {
    await connection.backup(path, {
      progress({ totalPages, remainingPages }) {
        run.signal?.throwIfAborted()
        run.onProgress?.(totalPages === 0 ? 0 : 1 - remainingPages / totalPages)
        // The first call comes before the file is there.
        if (remainingPages < totalPages) flush.start()
        return PAGES_A_STEP
      },
    })
  } finally {
    await flush.end()
  }
}
