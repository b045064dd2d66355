import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Backup } from '#core/contract/store.ts'
import { ContractError } from '#core/contract/errors.ts'
import { closeCopy } from '#db/close-copy.ts'
import { markSuspect, type CopyRun, type Store } from '#db/open.ts'
import { listAssets } from '#db/tables/assets.ts'
import { makePrivate } from '#db/private.ts'
import { copyAsset } from '#electron/files/asset-files.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { backupName, headsOf, isSoundBackup, listBackups, recordPath, removeBackup } from './backup-files.ts'
import { checkFile } from '../checks/check-file.ts'
import { backupsToRemove } from './retention.ts'

/**
 * Copies a store into a folder while it is in use: the database by SQLite's online backup (a copy of the file alone
 * would lack what is still in its log), and the pictures. Every hash in the copy is checked before it gets its name.
 * Then older backups in the folder are removed by the rule of `backupsToRemove`.
 * @param at ISO 8601; names the backup
 * @param run gets the progress; its signal stops the work
 * @throws ContractError `backup-failed` when the folder cannot be written, `backup-stopped`. Nothing is left behind.
 */
export async function backUp(store: Store, folder: string, at: string, run: CopyRun = {}): Promise<Backup> {
  const path = join(folder, `${backupName(at)}.db`)
  const part = `${path}.part`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    makePrivate(folder)
    removeUnfinished(folder)
    await store.copyTo(part, half(run, 0))
    closeCopy(part)
    const check = {
      ...(await checkFile(part, headsOf(listBackups([folder])), half(run, 0.5))),
      damagedPictures: await copyPictures(store, folder, run),
    }
    // After `markSuspect` the next opening checks the whole file, indexes included, and recovers it.
    if (check.isFileSound) store.markChecked()
    else markSuspect(store.folder)
    renameSync(part, path)
    const backup: Backup = { path, at, bytes: statSync(path).size, articles: check.articles, check }
    writeFileAtomic(recordPath(path), Buffer.from(`${JSON.stringify(backup, null, 2)}\n`))
    removeOld(folder)
    return backup
  } catch (error) {
    removeIfThere(part)
    const code = run.signal?.aborted === true ? 'backup-stopped' : 'backup-failed'
    throw new ContractError(code, { path: folder }, { cause: error })
  }
}

/** Copying counts as one half of the progress, and checking as the other. */
function half({ signal, onProgress }: CopyRun, begin: number): CopyRun {
  return {
    ...(signal === undefined ? {} : { signal }),
    onProgress: (fraction) => onProgress?.(begin + fraction / 2),
  }
}

/** Removes a file if it can. If the folder itself cannot be used, there is nothing to remove. */
function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The error that is already being reported says more.
  }
}

/** Removes what an earlier backup that was cut off left behind. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.includes('.db.part')) rmSync(join(folder, name), { force: true })
  }
}

/**
 * Copies the pictures, one at a time, so that a save waits for one at most.
 * @returns the names of those that are missing or damaged both in the store and in the backup.
 */
async function copyPictures(store: Store, folder: string, { signal }: CopyRun): Promise<string[]> {
  const damaged: string[] = []
  for (const { hash, name } of listAssets(store.db)) {
    signal?.throwIfAborted()
    if (!copyAsset(store.folder, folder, hash)) damaged.push(name || hash)
    // oxlint-disable-next-line no-await-in-loop -- other calls are served in between
    await setImmediate()
  }
  return damaged
}

function removeOld(folder: string): void {
  const backups = listBackups([folder]).map((backup) => ({ ...backup, isSound: isSoundBackup(backup) }))
  for (const { path } of backupsToRemove(backups)) removeBackup(path)
}

/** @returns whether a folder is there now: its disk may be unplugged. */
export function isThere(folder: string): boolean {
  return folder !== '' && existsSync(folder)
}
