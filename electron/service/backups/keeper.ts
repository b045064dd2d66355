import type { Backup, RecoveryReport } from '#core/contract/store.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Store } from '#db/open.ts'
import { getSettings } from '#db/tables/settings.ts'
import { backUp, isThere } from './back-up.ts'
import { backupFolders, isSoundBackup, listBackups } from './backup-files.ts'

/** How the backups of an open store stand. */
export type Keeper = {
  backups(): Backup[]
  /**
   * Makes one, or joins the one that is being made.
   * @param folder instead of the usual places
   * @throws ContractError `backup-failed`, `backup-stopped`.
   */
  backUp(folder?: string): Promise<Backup>
  /** @returns whether a day has passed since the last backup, or a folder of the house has come that has none. */
  isDue(): boolean
  readonly failure: string | null
  readonly isBusy: boolean
  /** How much of the backup that is being made is done, from 0 to 1. */
  readonly progress: number | null
  /** Ends the backup that is being made, if there is one. */
  stop(): void
  recovery: RecoveryReport | null
}

const DAY_MS = 86_400_000

/** @returns a keeper that backs up beside the store, and into the house's folder when it is there. */
export function createKeeper(store: Store, now: () => string, onChange: () => void): Keeper {
  let running: Promise<Backup> | null = null
  let failure: string | null = null
  let progress: number | null = null
  let stopping = new AbortController()
  const folders = (): string[] => {
    const house = getSettings(store.db).backupFolder
    return backupFolders(store.folder, isThere(house) ? house : '')
  }
  const isOld = (folder: string): boolean => {
    const [last] = listBackups([folder])
    return last === undefined || Date.parse(now()) - Date.parse(last.at) >= DAY_MS
  }
  async function make(only: string | undefined): Promise<Backup> {
    const at = now()
    // One after the other: both read the same disk.
    const [beside = '', house] = only === undefined ? folders() : backupFolders(store.folder, only).slice(1)
    const shares = house === undefined ? 1 : 2
    stopping = new AbortController()
    const { signal } = stopping
    const run = (before: number) => ({
      signal,
      onProgress: (fraction: number) => {
        progress = (before + fraction) / shares
      },
    })
    const backup = await backUp(store, beside, at, run(0))
    return house === undefined ? backup : backUp(store, house, at, run(1))
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
    get progress() {
      return progress
    },
    stop: () => stopping.abort(),
    recovery: null,
    async backUp(folder) {
      if (store.readOnly) throw new ContractError('store-read-only', { path: store.folder })
      running ??= make(folder)
      onChange()
      try {
        const backup = await running
        failure = isSoundBackup(backup) ? null : 'backup-unsound'
        return backup
      } catch (error) {
        const code = error instanceof ContractError ? error.code : 'internal'
        // That a person stopped it is no failure.
        if (code !== 'backup-stopped') failure = code
        throw error
      } finally {
        running = null
        progress = null
        onChange()
      }
    },
  }
}
