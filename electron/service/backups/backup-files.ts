import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupSchema, type Backup } from '#core/contract/store.ts'

/** What a folder of the house's choice is given for our backups, beside whatever else lies there. */
const IN_FOLDER = 'midad-backups'

/** @returns where the backups beside a store lie, and with a folder of the house, where any store's lie in it. */
export function backupFolders(storeFolder: string, houseFolder: string): string[] {
  const beside = join(storeFolder, 'backups')
  if (houseFolder === '') return [beside]
  const ours = join(houseFolder, IN_FOLDER)
  // Those of the first versions lie in the folder itself.
  return [beside, ours, ...namesIn(ours).flatMap((name) => (/^[0-9a-f]{12}$/u.test(name) ? [join(ours, name)] : []))]
}

/** @returns where one store's backups lie in a folder of the house, in which other stores may have theirs. */
export function folderInHouse(houseFolder: string, storeId: string): string {
  return join(houseFolder, IN_FOLDER, storeId)
}

/** @returns the name of a backup without its ending, such as `midad-20261124T080000Z`. */
export function backupName(at: string): string {
  return `midad-${at.replaceAll(/[-:]|\.\d+/gu, '')}`
}

/** The record beside a backup: what it holds, and what its check found. */
export function recordPath(databasePath: string): string {
  return databasePath.replace(/\.db$/u, '.json')
}

function readRecord(folder: string, name: string): Backup[] {
  const path = join(folder, name.replace(/\.json$/u, '.db'))
  if (!existsSync(path)) return []
  try {
    const parsed = backupSchema.safeParse({ ...JSON.parse(readFileSync(join(folder, name), 'utf8')), path })
    return parsed.success ? [parsed.data] : []
  } catch {
    // A stick that was pulled out in between, or a record cut short: the database itself can still be named by hand.
    return []
  }
}

/**
 * @param now ISO 8601. What is stamped later was made under a wrong clock, nobody knows when: it comes last.
 * @returns the backups in these folders, newest first. A folder that is not there, such as on a stick, has none.
 */
export function listBackups(folders: readonly string[], now = new Date().toISOString()): Backup[] {
  return folders
    .flatMap((folder) =>
      namesIn(folder)
        .filter((name) => /^midad-\d{8}T\d{6}Z\.json$/u.test(name))
        .flatMap((name) => readRecord(folder, name)),
    )
    .toSorted((a, b) => Number(a.at > now) - Number(b.at > now) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** @returns whether a backup is a copy of a store that was whole. */
export function isSoundBackup({ check }: Backup): boolean {
  const { isFileSound, damagedArticles, damagedRevisions, damagedEvents, damagedDeliveries } = check
  return isFileSound && damagedArticles.length + damagedRevisions + damagedEvents + damagedDeliveries === 0
}

/** Removes a backup, its record first: without one it counts as none. */
export function removeBackup(path: string): void {
  rmSync(recordPath(path), { force: true })
  rmSync(path, { force: true })
}
