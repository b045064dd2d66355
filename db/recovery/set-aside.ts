import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { copyFileSynced, makeFolder, syncFolder } from '../durable.ts'

/** @returns a name with the time in it, such as `damaged-20261124T080000Z`. @param at ISO 8601 */
export function stamped(what: string, at: string): string {
  return `${what}-${at.replaceAll(/[-:]|\.\d+/gu, '')}`
}

/** Copies a database and its log to a folder where they are kept. */
export function setAside(path: string, target: string): void {
  makeFolder(target, 0o700)
  for (const [from, name] of [
    [path, 'midad.db'],
    [`${path}-wal`, 'midad.db-wal'],
  ] as const) {
    if (existsSync(from)) copyFileSynced(from, join(target, name))
  }
  syncFolder(target)
}
