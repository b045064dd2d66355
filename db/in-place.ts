import { closeSync, openSync, readSync, statSync, type BigIntStats } from 'node:fs'
import { digest } from './seal.ts'

/** Whether the files at the paths of a connection are still the ones that it has open. */
export type Place =
  | 'ours'
  /** Removed or replaced: changes go to a file without a name, and would be lost with this process. */
  | 'gone'
  /** Overwritten by another program. */
  | 'overwritten'

export type Watch = {
  look(): Place
  /** Whether the same files are there; for after a write, when their times have changed. */
  isThere(): boolean
  /** Whether the same file is there, with or without its log. */
  isFileOurs(): boolean
  /** Remembers the files as they are now, after writing to them. */
  remember(): void
}

type Seen = { inode: string; written: string } | null

function see(path: string): Seen {
  const stat: BigIntStats | undefined = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat === undefined ? null : { inode: `${stat.dev} ${stat.ino}`, written: `${stat.size} ${stat.mtimeNs}` }
}

const SAMPLES = { count: 64, bytes: 4096 }

/** @returns a digest of pages spread over a file; of all pages of a small one. */
function sampleOf(path: string): string {
  const bytes = Buffer.alloc(SAMPLES.count * SAMPLES.bytes)
  const file = openSync(path, 'r')
  try {
    const last = Math.max(0, statSync(path).size - SAMPLES.bytes)
    const step = Math.max(SAMPLES.bytes, Math.floor(last / (SAMPLES.count - 1)))
    for (let [at, sample] = [0, 0]; at <= last && sample < SAMPLES.count; at += step, sample += 1) {
      readSync(file, bytes, sample * SAMPLES.bytes, SAMPLES.bytes, at)
    }
    return digest(bytes)
  } finally {
    closeSync(file)
  }
}

/**
 * Watches the file of an open store and its log. Only this process writes them, so another program's change shows: in the
 * log by another inode, in the file also by another time. A new time with the same content is no change.
 */
export function watchPlace(path: string): Watch {
  const log = `${path}-wal`
  let [file, logSeen, sample] = [see(path), see(log), sampleOf(path)]
  const isSame = (fileNow: Seen): boolean =>
    fileNow?.inode === file?.inode && (logSeen === null || see(log)?.inode === logSeen.inode)
  return {
    isThere: () => isSame(see(path)),
    isFileOurs: () => see(path)?.inode === file?.inode,
    look() {
      const fileNow = see(path)
      if (!isSame(fileNow)) return 'gone'
      // Windows tells the time of an open file late, and lets nobody else write it.
      if (process.platform === 'win32' || fileNow?.written === file?.written) return 'ours'
      if (sampleOf(path) !== sample) return 'overwritten'
      file = fileNow
      return 'ours'
    },
    remember() {
      const fileNow = see(path)
      logSeen = see(log)
      if (fileNow?.written === file?.written) return
      file = fileNow
      sample = sampleOf(path)
    },
  }
}
