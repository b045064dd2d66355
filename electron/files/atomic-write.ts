import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { makeFolder, removeFile, syncFolder } from '#db/durable.ts'

/**
 * Writes a file so that it is there whole or not at all, and on the disk before this returns: into a neighbour
 * first, which then takes its name. The folder is made when it is not there.
 * @param mode who may read it, as `open(2)` has it
 * @throws what the file system throws; the neighbour is gone then, and what was there before is untouched.
 */
export function writeFileAtomic(path: string, bytes: Uint8Array, mode = 0o644): void {
  const folder = dirname(path)
  makeFolder(folder)
  // Hidden, for whoever watches the folder must not take half a file.
  const neighbour = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  try {
    writeSynced(neighbour, bytes, mode)
    renameSync(neighbour, path)
  } catch (error) {
    discard(neighbour)
    throw error
  }
  syncFolder(folder)
}

function writeSynced(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode)
  try {
    for (let offset = 0; offset < bytes.length;) offset += writeSync(file, bytes, offset)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A disk that will not even let go of what was begun has refused for the reason that is reported. */
function discard(neighbour: string): void {
  try {
    removeFile(neighbour)
  } catch {
    // The first refusal says more.
  }
}
