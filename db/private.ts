import { chmodSync, closeSync, lstatSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The file system has no permissions, another user owns the file, or it was removed meanwhile. */
const IGNORED = new Set(['EPERM', 'EACCES', 'EROFS', 'ENOTSUP', 'EOPNOTSUPP', 'ENOENT'])

/**
 * Takes the permissions of all other users from a folder and everything in it: an earlier Midad or another program may
 * have given them. Where the medium has no permissions, nothing changes. Links are not followed.
 * @param leaveOut names in the folder whose content is left as it is; a folder among them is closed all the same
 */
export function makePrivate(folder: string, leaveOut: ReadonlySet<string> = new Set()): void {
  // Windows keeps the profile of a user from others by inherited lists.
  if (process.platform === 'win32') return
  takePermissions(folder)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !leaveOut.has(entry.name)) makePrivate(path)
    else if (entry.isDirectory() || entry.isFile()) takePermissions(path)
  }
}

/** Takes the permissions of all other users from a file or folder, where its medium has any. */
export function takePermissions(path: string): void {
  try {
    const mode = lstatSync(path).mode & 0o777
    if ((mode & 0o077) !== 0) chmodSync(path, mode & 0o700)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && IGNORED.has(String(error.code)))) throw error
  }
}

/** Makes an empty file that only its user may read, for SQLite to fill: it would let everybody read its own. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
}
