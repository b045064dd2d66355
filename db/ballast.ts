import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Enough for some dozens of saves, an emptied bin and an export. */
const BYTES = 4 * 1024 * 1024

const ballastPath = (folder: string): string => join(folder, 'midad.ballast')

/**
 * Takes up some space in a store's folder, to be given up when the disk is full: without any, nothing could be saved,
 * thrown away or exported any more. Where there is no room for it, there is none.
 */
export function takeBallast(folder: string): void {
  const path = ballastPath(folder)
  if (existsSync(path)) return
  try {
    const file = openSync(path, 'wx', 0o600)
    try {
      // Written and not only reserved: some file systems would not keep a hole free.
      for (let at = 0; at < BYTES;) at += writeSync(file, Buffer.alloc(64 * 1024, 0xa5))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch {
    rmSync(path, { force: true })
  }
}

/** Gives the space free. @returns whether there was any. */
export function giveUpBallast(folder: string): boolean {
  const path = ballastPath(folder)
  const had = existsSync(path)
  rmSync(path, { force: true })
  return had
}
