import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { withRegularFile } from './regular-file.ts'

/** Syncs a folder: a new name is on the disk only when its folder is. Windows cannot open a folder, and needs no call. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncPath(folder, 'r')
}

/** Waits until what was written to a file is on the disk. */
export function syncFile(path: string): void {
  syncPath(path, 'r+')
}

function syncPath(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/**
 * Makes a folder and its missing parents, and syncs each parent, so that a power cut does not remove them. (Node's own
 * recursive call gives no error code when the disk fails.)
 */
export function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  makeFolder(parent, mode)
  try {
    mkdirSync(folder, mode)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  }
  syncFolder(parent)
}

/** Removes a file, if it is there. (Node's `rmSync` gives no error code when the disk fails.) */
export function removeFile(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
}

const CHUNK = 1024 * 1024

/** Copies a file and syncs the copy. Its name is on the disk when its folder is synced. @throws as `withRegularFile`. */
export function copyFileSynced(from: string, to: string): void {
  withRegularFile(from, ({ descriptor: source }) => {
    const target = openSync(to, 'w', 0o600)
    try {
      const chunk = Buffer.alloc(CHUNK)
      for (let length = readSync(source, chunk); length > 0; length = readSync(source, chunk)) {
        for (let done = 0; done < length;) done += writeSync(target, chunk, done, length - done)
      }
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
  })
}
