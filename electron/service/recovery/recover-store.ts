import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ContractError } from '#core/contract/errors.ts'
import type { RecoveryReport } from '#core/contract/store.ts'
import { isDiskFull } from '#db/ballast.ts'
import { checkDatabase } from '#db/check.ts'
import { closeCopy } from '#db/close-copy.ts'
import { removeFile, syncFile, syncFolder } from '#db/durable.ts'
import { asContractError } from '#db/errors.ts'
import { readHeader } from '#db/header.ts'
import { takeLock } from '#db/lock.ts'
import { FILE, openStore } from '#db/open.ts'
import { mergeContent } from '#db/recovery/merge.ts'
import { beginJournal } from '#db/tables/journal.ts'
import { setAside, stamped } from '#db/recovery/set-aside.ts'
import { LOG, unreportedFolders } from './damaged-rows.ts'
import { gatherContent } from './gather.ts'
import { recoverPictures } from './recover-pictures.ts'
import { writeReport } from './recovery-report.ts'

/**
 * Replaces a damaged store by a new one. The damaged files are first copied into a folder of their own, where they
 * stay. All that hashes prove to be sound goes into the new store, and the backups fill in what is missing. A recovery
 * that is cut off starts again from the copies.
 * @param at ISO 8601
 * @throws ContractError the store's own, with every file where it was.
 */
export function recoverStore(folder: string, at: string): RecoveryReport {
  const lock = takeLock(join(folder, 'midad.lock'))
  let report: RecoveryReport
  try {
    report = asContractError(() => recover(folder, at))
  } finally {
    lock.release()
  }
  const missingPictures = recoverPictures(folder)
  if (missingPictures.length === 0) return report
  const whole = { ...report, missingPictures }
  asContractError(() => writeReport(whole))
  return whole
}

/** @returns whether a recovery of this store was cut off. It must then start again, whatever the file looks like. */
export function isRecoveryUnfinished(folder: string): boolean {
  return existsSync(folder) && unreportedFolders(folder).length > 0
}

/** @returns whether an error says that a store is damaged and can be recovered. */
export function isRecoverable(error: unknown): error is ContractError {
  return error instanceof ContractError && error.code === 'store-corrupt'
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
    // Nothing was changed yet. The copies go, because they would fill the disk.
    for (const begun of [source, made]) rmSync(begun, { recursive: true, force: true })
    throw error
  }
  removeFile(join(folder, LOG))
  removeFile(join(folder, `${FILE}-shm`))
  // SQLite would apply the old log to the new file: it must be gone from the disk before.
  syncFolder(folder)
  renameSync(join(made, FILE), join(folder, FILE))
  syncFolder(folder)
  rmSync(made, { recursive: true, force: true })
  writeReport(report)
  return report
}

/** Makes the new store, and writes into it what was gathered. @throws ContractError `store-full` */
function fill(made: string, folder: string, source: string, at: string): RecoveryReport {
  const store = openStore(made)
  try {
    // On a full disk a new store opens read-only, as an empty copy.
    if (store.readOnly) throw new ContractError('store-full', { path: made })
    const { brought, older, lost } = mergeContent(store.db, gatherContent(folder))
    beginJournal(store.db)
    return { at, from: 'damaged', source, recovered: brought.length, older, lost, missingPictures: [] }
  } finally {
    store.close()
  }
}

/**
 * Refuses to recover a file of the first table version when nothing was found. Its rows have no seals, so nothing in it
 * can be proven: it is left for its backups.
 */
function requireFound({ recovered, older, lost }: RecoveryReport, source: string): void {
  const path = join(source, FILE)
  const isFirst =
    existsSync(path) &&
    readHeader(path)
      .subarray(60, 64)
      .equals(Buffer.from([0, 0, 0, 1]))
  if (isFirst && recovered + older.length + lost.length === 0) throw new ContractError('store-corrupt', { path })
}

/**
 * Makes the new store one file on the disk, and verifies that it holds every article of the report.
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
    // SQLite reports a full disk by several codes.
    throw isDiskFull(made) ? new ContractError('store-full', { path }, { cause: error }) : error
  }
}
