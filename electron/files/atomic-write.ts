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
  const neighbour = writeNeighbour(path, bytes, mode)
  try {
    takeName(neighbour, path)
  } catch (error) {
    discard(neighbour)
    throw error
  }
}

/**
 * The first half of it: writes all of a file into a neighbour, for whoever has something to write down before the file is
 * seen. @returns the neighbour's path. @throws what the file system throws; the neighbour is gone then.
 */
export function writeNeighbour(path: string, bytes: Uint8Array, mode = 0o644): string {
  const folder = dirname(path)
  makeFolder(folder)
  // Hidden, for whoever watches the folder must not take half a file.
  const neighbour = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  try {
    writeSynced(neighbour, bytes, mode)
  } catch (error) {
    discard(neighbour)
    throw error
  }
  return neighbour
}

/** The second half: gives a neighbour the name that it was written for. @throws what the file system throws. */
export function takeName(neighbour: string, path: string): void {
  renameSync(neighbour, path)
  syncFolder(dirname(path))
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
