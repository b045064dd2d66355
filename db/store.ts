import type Database from 'better-sqlite3'
import type { WriteDb } from './handles.ts'
import { flushCopy } from './flush-copy.ts'
import { makePrivateFile } from './private.ts'

/** How a caller follows a copy and stops it. */
export type CopyRun = { signal?: AbortSignal; onProgress?: (fraction: number) => void }

/** An open store. */
export type Store = {
  /** The absolute path of the folder that holds the database, the pictures and the backups. */
  readonly folder: string
  readonly db: WriteDb
  /** True when nothing may be written: `db` then reads a copy, and every write fails. */
  readonly readOnly: boolean
  /** Whether it may only be read because the disk was full when it was opened. */
  readonly isDiskFull: boolean
  /** True when the store was not closed the last time: a crash, a power cut, a killed process. */
  readonly wasCutOff: boolean
  /** True when a crash ended it, then or before, and its pages have not been checked since: see `arePagesWhole`. */
  readonly isUnchecked: boolean
  /** Records that all pages were checked and are sound. */
  markChecked(): void
  /**
   * Copies the database as it stands, the log included, while it is being used. @throws what SQLite throws, and the
   * signal's reason.
   */
  copyTo(path: string, run?: CopyRun): Promise<void>
  /**
   * Checkpoints the log when it is long: a few syncs, for a moment in which nothing waits. A save does so only when the
   * log has become very long. @throws what SQLite throws.
   */
  emptyLog(): void
  close(): void
}

export const FILE = 'midad.db'

/** Pages at a time: a save meanwhile waits for one step at most. */
const PAGES_A_STEP = 256

/** Does what `copyTo` does. */
export async function copyDatabase(connection: Database.Database, path: string, run: CopyRun = {}): Promise<void> {
  makePrivateFile(path)
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
