import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { ContractError } from '#core/contract/errors.ts'

/**
 * Opening a pipe would wait for its writer, and nothing ends a thread that waits there. Windows, where the second is
 * undefined, has no such files.
 */
const READ = constants.O_RDONLY | constants.O_NONBLOCK

/** Node reads at most two gigabytes at once. */
const MOST_AT_ONCE = 1 << 30

/** A file that is open for reading. `size`: in bytes, when it was opened. */
export type OpenFile = { readonly descriptor: number; readonly size: number }

/**
 * Opens a file that somebody else may have made, reads from it, and closes it.
 * @throws ContractError `not-a-file` for a folder, a pipe or a device; what the file system and `read` throw.
 */
export function withRegularFile<T>(path: string, read: (file: OpenFile) => T): T {
  const descriptor = openSync(path, READ)
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) throw new ContractError('not-a-file', { path })
    return read({ descriptor, size: stat.size })
  } finally {
    closeSync(descriptor)
  }
}

/** Reads at most `most` bytes from `from` on. */
export function readPart({ descriptor, size }: OpenFile, from: number, most: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, Math.min(most, size - from)))
  for (let at = 0; at < bytes.length;) {
    const length = readSync(descriptor, bytes, at, bytes.length - at, from + at)
    if (length === 0) return bytes.subarray(0, at)
    at += length
  }
  return bytes
}

/**
 * Reads as much as a file held when it was opened: one that is written to meanwhile has no end. Node's own call stops at
 * two gigabytes.
 */
export function readAll({ descriptor, size }: OpenFile): Buffer {
  const bytes = Buffer.alloc(size)
  for (let at = 0; at < size;) {
    const length = readSync(descriptor, bytes, at, Math.min(size - at, MOST_AT_ONCE), at)
    if (length === 0) return bytes.subarray(0, at)
    at += length
  }
  return bytes
}

/** Reads a file of any size. @throws as `withRegularFile`. */
export function readRegularFile(path: string): Buffer {
  return withRegularFile(path, readAll)
}

/** @returns whether a path is a file with exactly these bytes. @throws what the file system throws. */
export function hasBytes(path: string, bytes: Uint8Array): boolean {
  try {
    return withRegularFile(path, (file) => file.size === bytes.length && readAll(file).equals(bytes))
  } catch (error) {
    if (error instanceof ContractError) return false
    throw error
  }
}
