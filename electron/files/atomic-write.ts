import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file so that it is there whole or not at all, and on the disk before this returns: into a neighbour
 * first, which then takes its name. The folder is made when it is not there.
 * @throws what the file system throws; the neighbour is gone then, and what was there before is untouched.
 */
export function writeFileAtomic(path: string, bytes: Uint8Array): void {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  const neighbour = `${path}.${randomBytes(6).toString('hex')}.part`
  try {
    writeSynced(neighbour, bytes)
    renameSync(neighbour, path)
  } catch (error) {
    rmSync(neighbour, { force: true })
    throw error
  }
  syncFolder(folder)
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o644)
  try {
    for (let offset = 0; offset < bytes.length;) offset += writeSync(file, bytes, offset)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The new name is on the disk only when its folder is. Windows cannot open a folder, and needs no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const file = openSync(folder, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
