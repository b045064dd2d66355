import { closeSync, existsSync, fsyncSync, openSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { removeFile } from './durable.ts'

/** Enough for some dozens of saves, an emptied bin and an export. */
const BYTES = 4 * 1024 * 1024

const ballastPath = (folder: string): string => join(folder, 'midad.ballast')

/**
 * Reserves space in a store's folder. It is released when the disk is full, so that saving, emptying the bin and exporting
 * still work. Without room for it nothing is reserved.
 */
export function takeBallast(folder: string): void {
  const path = ballastPath(folder)
  if (existsSync(path)) return
  try {
    const file = openSync(path, 'wx', 0o600)
    try {
      // Written with bytes: some file systems reserve no space for a hole.
      for (let at = 0; at < BYTES;) at += writeSync(file, Buffer.alloc(64 * 1024, 0xa5))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch {
    giveUpBallast(folder)
  }
}

/** Releases the reserved space. @returns whether there was any and it could be removed. */
export function giveUpBallast(folder: string): boolean {
  const path = ballastPath(folder)
  if (!existsSync(path)) return false
  try {
    removeFile(path)
    return true
  } catch {
    return false
  }
}

/** @returns whether the disk has no room. SQLite reports an I/O error for a sync or a log index that finds none. */
export function isDiskFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < 64 * 1024
  } catch {
    return false
  }
}
