import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { CallOutput } from '#core/contract/contract.ts'
import { ContractError, type ErrorCode } from '#core/contract/errors.ts'

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
      .filter((name) => !name.startsWith('.') && look(join(folder, name)) === 'folder')
      .toSorted((a, b) => a.localeCompare(b, 'ar', { numeric: true })),
    writable: isWritable(folder),
  }
}

/**
 * Makes sure that a package can be written there.
 * @throws ContractError `folder-missing`, `name-too-long`, `folder-not-writable`.
 */
export function requireWritableFolder(folder: string): void {
  requireFolder(folder)
  if (!isWritable(folder)) throw new ContractError('folder-not-writable', { path: folder })
}

/**
 * Runs a function that writes into a person's folder.
 * @throws ContractError `store-full` on a full disk, `name-too-long`, `folder-not-writable` for any other error.
 */
export function asFolderError(folder: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    throw new ContractError(CODES[codeOf(error)] ?? 'folder-not-writable', { path: folder }, { cause: error })
  }
}

/** What can be wrong besides permissions. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'store-full',
  EDQUOT: 'store-full',
  ENAMETOOLONG: 'name-too-long',
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** @throws ContractError `folder-missing`, `name-too-long` */
export function requireFolder(folder: string): void {
  const found = look(folder)
  if (found !== 'folder')
    throw new ContractError(found === 'too-long' ? 'name-too-long' : 'folder-missing', { path: folder })
}

/** Follows symbolic links, which people keep folders behind. A dangling link is no folder. */
function look(path: string): 'folder' | 'none' | 'too-long' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'none'
  } catch (error) {
    return codeOf(error) === 'ENAMETOOLONG' ? 'too-long' : 'none'
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
