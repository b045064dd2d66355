import { closeSync, existsSync, fsyncSync, openSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { removeFile } from './durable.ts'

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
    giveUpBallast(folder)
  }
}

/** Gives the space free. @returns whether there was any, and the disk let go of it. */
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

/** SQLite calls it an I/O error when a sync or the index of its log finds no room, so the disk is asked itself. */
export function isDiskFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < 64 * 1024
  } catch {
    return false
  }
}
