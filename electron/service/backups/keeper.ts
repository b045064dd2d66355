import type { Backup, RecoveryReport } from '#core/contract/store.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Store } from '#db/open.ts'
import { getSettings } from '#db/tables/settings.ts'
import { backUp, isThere } from './back-up.ts'
import { backupFolders, isSoundBackup, listBackups } from './backup-files.ts'

/** How the backups of an open store stand. */
export type Keeper = {
  backups(): Backup[]
  /** Makes one, or joins the one that is being made. @throws ContractError `backup-failed`, `backup-unsound`. */
  backUp(): Promise<Backup>
  /** @returns whether a day has passed since the last backup, or a folder of the house has come that has none. */
  isDue(): boolean
  readonly failure: string | null
  readonly isBusy: boolean
  recovery: RecoveryReport | null
}

const DAY_MS = 86_400_000

/** @returns a keeper that backs up beside the store, and into the house's folder when it is there. */
export function createKeeper(store: Store, now: () => string, onChange: () => void): Keeper {
  let running: Promise<Backup> | null = null
  let failure: string | null = null
  const folders = (): string[] => {
    const house = getSettings(store.db).backupFolder
    return backupFolders(store.folder, isThere(house) ? house : '')
  }
  const isOld = (folder: string): boolean => {
    const [last] = listBackups([folder])
    return last === undefined || Date.parse(now()) - Date.parse(last.at) >= DAY_MS
  }
  async function make(): Promise<Backup> {
    const at = now()
    // One after the other: both read the same disk.
    const [beside = '', house] = folders()
    const backup = await backUp(store, beside, at)
    return house === undefined ? backup : backUp(store, house, at)
  }
  return {
    backups: () => listBackups(folders()),
    isDue: () => folders().some(isOld),
    get failure() {
      return failure
    },
    get isBusy() {
      return running !== null
    },
    recovery: null,
    async backUp() {
      if (store.readOnly) throw new ContractError('store-read-only', { path: store.folder })
      running ??= make()
      onChange()
      try {
        const backup = await running
        failure = isSoundBackup(backup) ? null : 'backup-unsound'
        return backup
      } catch (error) {
        failure = error instanceof ContractError ? error.code : 'internal'
        throw error
      } finally {
        running = null
        onChange()
      }
    },
  }
}
