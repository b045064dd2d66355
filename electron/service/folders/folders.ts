import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'

/**
 * Lists the folders inside a folder, sorted by name and without hidden ones. The browser shell has no folder dialog.
 * @throws ContractError `folder-missing`.
 */
export function listFolders(path: string): CallOutput<'publish.folders'> {
  const folder = resolve(path)
  requireFolder(folder)
  const parent = dirname(folder)
  return {
    folder,
    parent: parent === folder ? null : parent,
    folders: namesIn(folder)
      .filter((name) => !name.startsWith('.') && isFolder(join(folder, name)))
      .toSorted((a, b) => a.localeCompare(b, 'ar', { numeric: true })),
    writable: isWritable(folder),
  }
}

/**
 * Makes sure that a package can be written there.
 * @throws ContractError `folder-missing`, `folder-not-writable`.
 */
export function requireWritableFolder(folder: string): void {
  requireFolder(folder)
  if (!isWritable(folder)) throw new ContractError('folder-not-writable', { path: folder })
}

/**
 * Runs a function that writes into a person's folder.
 * @throws ContractError `store-full` on a full disk, `folder-not-writable` for any other error.
 */
export function asFolderError(folder: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    throw new ContractError(isFull ? 'store-full' : 'folder-not-writable', { path: folder }, { cause: error })
  }
}

function requireFolder(folder: string): void {
  if (!isFolder(folder)) throw new ContractError('folder-missing', { path: folder })
}

/** Follows symbolic links, which people keep folders behind. A dangling link is no folder. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** A folder that may not be read is listed as empty. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
