import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { makeFolder, removeFile, syncFolder } from '#db/durable.ts'

/**
 * Writes a file atomically: into a temporary file beside it, which is synced and then renamed. A missing folder is
 * created, for its user alone.
 * @param mode permissions, as in `open(2)`; by default only the user may read it
 * @throws the file system's errors; an older file is then unchanged, and no temporary file is left
 */
export function writeFileAtomic(path: string, bytes: Uint8Array, mode = 0o600): void {
  const temporary = writeTemporary(path, bytes, mode)
  try {
    moveIntoPlace(temporary, path)
  } catch (error) {
    discard(temporary)
    throw error
  }
}

/**
 * The first half of an atomic write, for callers that must record something before the file appears.
 * @param path where the file is to go
 * @returns the path of a synced temporary file beside it
 * @throws the file system's errors; no temporary file is then left
 */
export function writeTemporary(path: string, bytes: Uint8Array, mode = 0o600): string {
  const folder = dirname(path)
  makeFolder(folder, 0o700)
  // Hidden, so that a program that watches the folder does not take half a file.
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  try {
    writeSynced(temporary, bytes, mode)
  } catch (error) {
    discard(temporary)
    throw error
  }
  return temporary
}

/** The second half of an atomic write: renames the temporary file. @throws the file system's errors. */
export function moveIntoPlace(temporary: string, path: string): void {
  renameSync(temporary, path)
  syncFolder(dirname(path))
}

/**
 * @returns the mode of a file that is handed over in a folder: whoever may read the folder may read the file, such as the
 *   program that takes it from there. In a folder of its user alone the file is as private.
 */
export function modeIn(folder: string): number {
  return 0o600 | (statSync(folder).mode & 0o044)
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

function discard(temporary: string): void {
  try {
    removeFile(temporary)
  } catch {
    // The caller throws the first error, which is the cause of this one.
  }
}
