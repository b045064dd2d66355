import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupSchema, damagedRows, type Backup } from '#core/contract/store.ts'
import { isFields, parseJson } from '#core/article/json.ts'
import type { JournalHead } from '#db/tables/journal.ts'
import { readAll, withRegularFile } from '#db/regular-file.ts'

/** The folder for our backups inside a folder that the house chose, which may hold other things. */
const IN_FOLDER = 'midad-backups'

/**
 * @returns the folders of all backups: beside the store, and those of every store in the house's folder, if it is
 *   given.
 */
export function backupFolders(storeFolder: string, houseFolder: string): string[] {
  const beside = join(storeFolder, 'backups')
  if (houseFolder === '') return [beside]
  const ours = join(houseFolder, IN_FOLDER)
  // The first versions wrote into this folder itself.
  return [beside, ours, ...namesIn(ours).flatMap((name) => (/^[0-9a-f]{12}$/u.test(name) ? [join(ours, name)] : []))]
}

/** @returns the folder of one store's backups inside the house's folder. */
export function folderInHouse(houseFolder: string, storeId: string): string {
  return join(houseFolder, IN_FOLDER, storeId)
}

/** @returns the name of a backup without its extension, such as `midad-20261124T080000Z`. */
export function backupName(at: string): string {
  return `midad-${at.replaceAll(/[-:]|\.\d+/gu, '')}`
}

/** @returns the path of the record beside a backup, which says what it holds and what its check found. */
export function recordPath(databasePath: string): string {
  return databasePath.replace(/\.db$/u, '.json')
}

/** In bytes. It names each damaged article and picture; a larger one is no record. */
const MAX_RECORD = 16 * 1024 * 1024

function readRecord(folder: string, name: string): Backup[] {
  const path = join(folder, name.replace(/\.json$/u, '.db'))
  if (!existsSync(path)) return []
  try {
    const text = withRegularFile(join(folder, name), (file) =>
      file.size > MAX_RECORD ? '' : readAll(file).toString('utf8'),
    )
    const record = parseJson(text)
    const parsed = backupSchema.safeParse(isFields(record) ? { ...record, path } : null)
    return parsed.success ? [parsed.data] : []
  } catch {
    // The disk was unplugged, or the record is incomplete or no file. A person can still name the database itself.
    return []
  }
}

/**
 * @param now ISO 8601. A backup with a later stamp was made under a wrong clock: it comes last, because its time is
 *   unknown.
 * @returns the backups in these folders, newest first. A folder that is not there has none.
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

/** @returns the ends of a store's journal that its backups keep: a store that lacks one of them was changed or put back. */
export function headsOf(backups: readonly Backup[]): JournalHead[] {
  const own = backups.filter(({ isOthers }) => isOthers !== true)
  return own.flatMap(({ check }) => check.audit?.head ?? [])
}

/** @returns whether a backup is a copy of a store without damage. */
export function isSoundBackup({ check }: Backup): boolean {
  return check.isFileSound && check.damagedArticles.length + damagedRows(check) === 0
}

/** Removes a backup. The record goes first, because a database without a record is not listed. */
export function removeBackup(path: string): void {
  rmSync(recordPath(path), { force: true })
  rmSync(path, { force: true })
}
