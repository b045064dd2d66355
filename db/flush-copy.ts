import { open, type FileHandle } from 'node:fs/promises'

/** Brings a file that is being written to the disk, beside the thread that writes it. */
export type Flush = {
  /** Begins, unless it is at it. */
  start(): void
  /** Waits for what was begun. @throws what the file system throws, also of an earlier turn. */
  end(): Promise<void>
}

/**
 * A large copy is synced by whoever writes its last page, who then waits for all of it. Synced while it grows, little is
 * left for that moment.
 * @param path a copy that nobody else has open: to close a file lets go of every lock that this process has on it
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
