import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { RecoveryReport } from '#core/contract/store.ts'
import { ContractError } from '#core/contract/errors.ts'
import { copyFileSynced, makeFolder, removeFile, syncFolder } from '#db/durable.ts'
import { asContractError } from '#db/errors.ts'
import { takeLock } from '#db/lock.ts'
import { FILE, openStore } from '#db/open.ts'
import { soundContent } from '#db/recovery/content.ts'
import { mergeContent } from '#db/recovery/merge.ts'
import { salvage } from '#db/recovery/salvage.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { backupFolders, isSoundBackup, listBackups } from './backups/backup-files.ts'
import { mergeBackup } from './backups/restore.ts'

/** What a recovery told, beside the damaged files that it took aside. */
export const REPORT = 'recovered.json'
const LOG = `${FILE}-wal`

/**
 * Makes a new store out of one that is no longer whole. The damaged files are first copied to a folder of their own,
 * where they stay; then all that is certain by its hashes goes into a new store, and what is missing comes out of the
 * backups. A recovery that is cut off begins again from the copies.
 * @param at ISO 8601
 * @throws ContractError the store's own, with everything where it was.
 */
export function recoverStore(folder: string, at: string): RecoveryReport {
  const unlock = takeLock(join(folder, 'midad.lock'))
  try {
    return asContractError(() => recover(folder, at))
  } finally {
    unlock()
  }
}

function recover(folder: string, at: string): RecoveryReport {
  const source = join(folder, `damaged-${at.replaceAll(/[-:]|\.\d+/gu, '')}`)
  const made = join(folder, 'recovering')
  rmSync(made, { recursive: true, force: true })
  let report: RecoveryReport
  try {
    setAside(folder, source)
    report = fill(made, folder, source, at)
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
  writeFileAtomic(join(source, REPORT), Buffer.from(`${JSON.stringify(report, null, 2)}\n`))
  return report
}

/** Copies the files of a database to where they stay whatever happens next. */
function setAside(folder: string, source: string): void {
  makeFolder(source, 0o700)
  for (const name of [FILE, LOG]) {
    if (existsSync(join(folder, name))) copyFileSynced(join(folder, name), join(source, name))
  }
  syncFolder(source)
}

/** The damaged copies of a recovery that did not come to its end, and this one's. */
function sources(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('damaged-') && !existsSync(join(folder, name, REPORT)))
    .toSorted()
    .map((name) => join(folder, name))
}

function fill(made: string, folder: string, source: string, at: string): RecoveryReport {
  const store = openStore(made)
  try {
    const rows = sources(folder).flatMap((each) => {
      const read = (name: string): Buffer | null =>
        existsSync(join(each, name)) ? readFileSync(join(each, name)) : null
      return [...salvage(read(FILE) ?? Buffer.alloc(0), read(LOG))]
    })
    const { brought, older, lost } = mergeContent(store.db, soundContent(rows))
    const backup = listBackups(backupFolders(folder, '')).find(isSoundBackup)
    const added = backup === undefined ? { brought: [], older: [] } : mergeBackup(store, backup.path)
    const isBack = new Set([...added.brought, ...added.older].map(({ id }) => id))
    return {
      ...{ at, from: 'damaged', source, recovered: brought.length },
      // Out of a backup they come as they stood when it was made.
      older: [...older, ...added.brought, ...added.older],
      lost: lost.filter(({ id }) => !isBack.has(id)),
    }
  } finally {
    store.close()
  }
}

/** @returns whether a recovery of this store was cut off, so that it must begin again whatever the file looks like. */
export function isRecoveryUnfinished(folder: string): boolean {
  return existsSync(folder) && sources(folder).length > 0
}

/** @returns whether a refusal says that a store is no longer whole, and may be recovered. */
export function isRecoverable(error: unknown): error is ContractError {
  return error instanceof ContractError && error.code === 'store-corrupt'
}
