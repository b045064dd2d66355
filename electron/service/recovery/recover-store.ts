import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { RecoveryReport } from '#core/contract/store.ts'
import { ContractError } from '#core/contract/errors.ts'
import { isDiskFull } from '#db/ballast.ts'
import { checkDatabase } from '#db/check.ts'
import { closeCopy } from '#db/close-copy.ts'
import { removeFile, syncFile, syncFolder } from '#db/durable.ts'
import { asContractError, toContractError } from '#db/errors.ts'
import { readHeader } from '#db/header.ts'
import { takeLock } from '#db/lock.ts'
import { FILE, openStore, type Store } from '#db/open.ts'
import { soundContent, type Content } from '#db/recovery/content.ts'
import { bringForward } from '#db/recovery/forward.ts'
import { mergeContent } from '#db/recovery/merge.ts'
import { readWhole } from '#db/recovery/log.ts'
import type { KnownRow } from '#db/recovery/row.ts'
import { salvage } from '#db/recovery/salvage.ts'
import { setAside, stamped } from '#db/recovery/set-aside.ts'
import { isSound } from '#db/tables/articles.ts'
import { listAssets } from '#db/tables/assets.ts'
import { getSettings } from '#db/tables/settings.ts'
import { copyAsset, isAssetSound } from '#electron/files/asset-files.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { backupFolders, folderInHouse, isSoundBackup, listBackups } from '../backups/backup-files.ts'
import { rowsOfBackup } from '../backups/restore.ts'

/** What a recovery told, beside the damaged files that it took aside. */
export const REPORT = 'recovered.json'
/** The log beside the file. */
export const LOG = `${FILE}-wal`

/**
 * Makes a new store out of one that is no longer whole. The damaged files are first copied to a folder of their own,
 * where they stay; then all that is certain by its hashes goes into a new store, and what is missing comes out of the
 * backups. A recovery that is cut off begins again from the copies.
 * @param at ISO 8601
 * @throws ContractError the store's own, with everything where it was.
 */
export function recoverStore(folder: string, at: string): RecoveryReport {
  const lock = takeLock(join(folder, 'midad.lock'))
  let report: RecoveryReport
  try {
    report = asContractError(() => recover(folder, at))
  } finally {
    lock.release()
  }
  const missingPictures = bringPictures(folder)
  if (missingPictures.length === 0) return report
  const told = { ...report, missingPictures }
  asContractError(() => writeReport(told))
  return told
}

function writeReport(report: RecoveryReport): void {
  writeFileAtomic(join(report.source, REPORT), Buffer.from(`${JSON.stringify(report, null, 2)}\n`))
}

function recover(folder: string, at: string): RecoveryReport {
  const source = join(folder, stamped('damaged', at))
  const made = join(folder, 'recovering')
  rmSync(made, { recursive: true, force: true })
  let report: RecoveryReport
  try {
    setAside(join(folder, FILE), source)
    report = fill(made, folder, source, at)
    requireFound(report, source)
    requireStored(made, report)
  } catch (error) {
    // Nothing was changed yet, and copies that nobody needs must not fill the disk.
    for (const begun of [source, made]) rmSync(begun, { recursive: true, force: true })
    throw error
  }
  removeFile(join(folder, LOG))
  removeFile(join(folder, `${FILE}-shm`))
  // The old log beside the new file would be taken for its own: it must be gone from the disk before.
  syncFolder(folder)
  renameSync(join(made, FILE), join(folder, FILE))
  syncFolder(folder)
  rmSync(made, { recursive: true, force: true })
  writeReport(report)
  return report
}

/**
 * Makes the new store one file that is on the disk, and proves that all that is told of is in it.
 * @throws ContractError `store-full`, `store-io`.
 */
function requireStored(made: string, { recovered, older }: RecoveryReport): void {
  const path = join(made, FILE)
  try {
    closeCopy(path)
    syncFile(path)
    const { isFileSound, articles, damagedArticles } = checkDatabase(path)
    const isStored = isFileSound && articles === recovered + older.length && damagedArticles.length === 0
    if (!isStored) throw new ContractError('store-io', { path })
  } catch (error) {
    // SQLite has several names for a disk without room.
    throw isDiskFull(made) ? new ContractError('store-full', { path }, { cause: error }) : error
  }
}

/** The rows of the first version of the tables have no seals, so none can be proven: such a file is left for its backups. */
function requireFound({ recovered, older, lost }: RecoveryReport, source: string): void {
  const path = join(source, FILE)
  const isFirst =
    existsSync(path) &&
    readHeader(path)
      .subarray(60, 64)
      .equals(Buffer.from([0, 0, 0, 1]))
  if (isFirst && recovered + older.length + lost.length === 0) throw new ContractError('store-corrupt', { path })
}

/** What was put aside, the oldest first. */
function asides(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('damaged-'))
    .toSorted()
    .map((name) => join(folder, name))
}

/** The damaged copies of a recovery that did not come to its end, and this one's. */
function sources(folder: string): string[] {
  return asides(folder).filter((aside) => !existsSync(join(aside, REPORT)))
}

function rowsOfAside(aside: string): KnownRow[] {
  return [...salvage(readWhole(join(aside, FILE)) ?? Buffer.alloc(0), readWhole(join(aside, LOG)))]
}

/**
 * What is certain of the damaged files, of the backups, and of what recoveries since the last whole backup put aside: the
 * store that they made may be the one that is damaged now. What comes from elsewhere counts as outdated: it may be.
 */
function together(damaged: readonly KnownRow[], folder: string): Content {
  const own = new Set(damaged.flatMap((each) => (each.table === 'articles' ? [each.row.seal] : [])))
  const lost = new Map<string, string>()
  const backups = rowsOfBackups(damaged, folder)
  const earlier = asides(folder)
    .filter((aside) => existsSync(join(aside, REPORT)) && isSince(aside, backups.whole))
    .flatMap((aside) => onlyWhole(rowsOfAside(aside)))
  const kept = [...backups.rows, ...earlier].filter((each) => {
    if (each.table !== 'articles' || isSound(each.row)) return true
    // Damage in a backup says nothing of what the file has.
    lost.set(each.row.id, each.row.headline)
    return false
  })
  const content = soundContent([...kept, ...damaged])
  const strange = [...content.articles.values()].filter(({ row }) => !own.has(row.seal)).map(({ row }) => row.id)
  return {
    ...content,
    outdated: new Set([...content.outdated, ...strange]),
    lost: new Map([...lost, ...content.lost]),
  }
}

/** @param whole when the last backup of a sound store was made, or null */
function isSince(aside: string, whole: string | null): boolean {
  return whole === null || basename(aside) >= stamped('damaged', whole)
}

/** Of an earlier damaged file no later save counts whose text was not found: it was told of then, and work went on since. */
function onlyWhole(rows: readonly KnownRow[]): KnownRow[] {
  const { articles } = soundContent(rows)
  return rows.filter((each) => {
    if (each.table !== 'articles' || !isSound(each.row)) return true
    return articles.get(each.row.id)?.row.seal === each.row.seal
  })
}

/**
 * The rows of the backups, the oldest first: beside the store and in its own folder in that of the house, where other
 * stores have theirs too; back to the newest that is a whole copy of a sound store. What only older ones have was thrown
 * away since.
 * @returns when that one was made as well
 */
function rowsOfBackups(damaged: readonly KnownRow[], folder: string): { rows: KnownRow[]; whole: string | null } {
  const ids = settingsNamed(damaged, 'store-id')
  const houses = settingsNamed(damaged, 'backupFolder').filter((house) => house !== '')
  const ours = houses.flatMap((house) => ids.map((id) => folderInHouse(house, id)))
  const found: KnownRow[][] = []
  for (const backup of listBackups([...new Set([...backupFolders(folder, ''), ...ours])])) {
    const rows = rowsOfBackup(backup.path)
    found.unshift(rows)
    if (isSoundBackup(backup) && soundContent(rows).articles.size >= backup.articles) {
      return { rows: found.flat(), whole: backup.at }
    }
  }
  return { rows: found.flat(), whole: null }
}

/** @returns the values of a setting in all its versions. A setting has no seal: what is no text is none. */
function settingsNamed(rows: readonly KnownRow[], name: string): string[] {
  return rows.flatMap((each) => {
    if (each.table !== 'settings' || each.name !== name) return []
    try {
      const value: unknown = JSON.parse(each.value)
      return typeof value === 'string' ? [value] : []
    } catch {
      return []
    }
  })
}

function fill(made: string, folder: string, source: string, at: string): RecoveryReport {
  const store = openStore(made)
  try {
    // Without room for a new store there is only an empty copy of one to read.
    if (store.readOnly) throw new ContractError('store-full', { path: made })
    const rows = sources(folder).flatMap(rowsOfAside)
    const { brought, older, lost } = mergeContent(store.db, together(rows, folder))
    return { at, from: 'damaged', source, recovered: brought.length, older, lost, missingPictures: [] }
  } finally {
    store.close()
  }
}

/** Brings back pictures that are missing out of the backups. @returns the names of those that are in none. */
function bringPictures(folder: string): string[] {
  const store = openStore(folder)
  try {
    const house = getSettings(store.db).backupFolder
    const places = new Set(listBackups(backupFolders(folder, house)).map(({ path }) => dirname(path)))
    return listAssets(store.db)
      .filter(({ hash }) => !isBrought(hash, [...places], folder))
      .map(({ name, hash }) => name || hash)
  } finally {
    store.close()
  }
}

function isBrought(hash: string, places: readonly string[], folder: string): boolean {
  try {
    return isAssetSound(folder, hash) || places.some((place) => copyAsset(place, folder, hash))
  } catch (error) {
    // The texts are back already: a picture for which there is no room must not undo that.
    if (toContractError(error) === null) throw error
    return false
  }
}

/**
 * Brings an open store forward by what is whole in the end of its log. The end itself is put aside as well.
 * @param unread what `unreadLog` gives
 * @param at ISO 8601
 */
export function keepLogEnd(store: Store, unread: Buffer, at: string): RecoveryReport {
  const source = join(store.folder, stamped('damaged', at))
  const found = asContractError(() => bringForward(store.db, unread))
  const report: RecoveryReport = { at, from: 'log', source, ...found, lost: [], missingPictures: [] }
  // The report first: copies without one would be taken for a recovery that was cut off.
  writeReport(report)
  writeFileAtomic(join(source, LOG), unread)
  return report
}

/** @returns whether a recovery of this store was cut off, so that it must begin again whatever the file looks like. */
export function isRecoveryUnfinished(folder: string): boolean {
  return existsSync(folder) && sources(folder).length > 0
}

/** @returns whether a refusal says that a store is no longer whole, and may be recovered. */
export function isRecoverable(error: unknown): error is ContractError {
  return error instanceof ContractError && error.code === 'store-corrupt'
}
