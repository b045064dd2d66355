import { open, type FileHandle } from 'node:fs/promises'

/** Syncs a file to the disk while another thread writes it. */
export type Flush = {
  /** Starts a sync, unless one is running. */
  start(): void
  /** Waits for the running sync. @throws the first error of any sync. */
  end(): Promise<void>
}

/**
 * SQLite syncs a copy when it has written the last page, and all saves wait for that. Synced while it grows, little is left
 * to sync then.
 * @param path a copy that nothing else has open: closing a file releases every lock that this process has on it
 */
export function flushCopy(path: string): Flush {
  let file: FileHandle | null = null
  let turn: Promise<void> | null = null
  const failures: unknown[] = []
  const sync = async (): Promise<void> => {
    try {
      file ??= await open(path, 'r+')
      await file.sync()
    } catch (error) {
      failures.push(error)
    }
    turn = null
  }
  return {
    start() {
      if (failures.length === 0) turn ??= sync()
    },
    async end() {
      await turn
      await file?.close()
      if (failures.length > 0) throw failures[0]
    },
  }
}
