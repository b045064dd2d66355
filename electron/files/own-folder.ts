import { lstatSync, opendirSync, type Dirent } from 'node:fs'
import { isExportName } from '#core/export/package/name.ts'
import { takePermissions } from '#db/private.ts'

const STICKY = 0o1000

/**
 * Closes a folder to other users where Midad alone uses it: it belongs to this user, and nothing is in it but what Midad
 * writes there. Names of packages are headlines, and an open folder tells them. A folder with anything else in it may be
 * somebody's desktop, or the whole disk, and stays as it is.
 * @throws the file system's errors, when the folder cannot be read.
 */
export function closeOwnFolder(folder: string): void {
  // Windows keeps the profile of a user from others by inherited lists.
  if (process.platform === 'win32') return
  const { mode, uid } = lstatSync(folder)
  // A sticky folder, such as /tmp, is there for everybody.
  const isShared = uid !== process.getuid?.() || (mode & STICKY) !== 0
  if (isShared || (mode & 0o077) === 0 || !holdsOnlyExports(folder)) return
  takePermissions(folder)
}

function holdsOnlyExports(path: string): boolean {
  const folder = opendirSync(path)
  try {
    // It may be large, so it is read only as far as the first other name.
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) if (!isOurs(entry)) return false
    return true
  } finally {
    folder.closeSync()
  }
}

/** The folder of a year is that of a destination by date. */
function isOurs(entry: Dirent): boolean {
  return isExportName(entry.name) || isTemporary(entry.name) || (entry.isDirectory() && /^\d{4}$/u.test(entry.name))
}

/** What `writeTemporary` has not moved yet. */
function isTemporary(name: string): boolean {
  return name.startsWith('.') && name.endsWith('.part')
}
