import { randomBytes } from 'node:crypto'
import type { Backup, RecoveryReport } from '#core/contract/store.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Store } from '#db/open.ts'
import { getMark, setMark } from '#db/tables/marks.ts'
import { getSettings } from '#db/tables/settings.ts'
import { backUp, isThere } from './back-up.ts'
import { backupFolders, folderInHouse, isSoundBackup, listBackups } from './backup-files.ts'

/** How the backups of an open store stand. */
export type Keeper = {
  /** @returns those of this store, newest first; then those of others in the house's folder. */
  backups(): Backup[]
  /**
   * Makes one that has what the store has now. One that is being made is waited for, since it may have read already what
   * has changed since; whoever asks meanwhile for the same places shares the next one.
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
  /** Something of the file was found not to be whole since it was opened: the next opening recovers. */
  isFileDamaged: boolean
}

const DAY_MS = 86_400_000

/**
 * @returns what names a store among others that back up into the same folder. One that has no name yet gets one.
 * @throws what SQLite throws
 */
export function nameStore({ db }: Store): string {
  const known = getMark(db, 'store-id')
  if (known !== null) return known
  const fresh = randomBytes(6).toString('hex')
  setMark(db, 'store-id', fresh)
  return fresh
}

/** @returns a keeper that backs up beside the store, and into the house's folder when it is there. */
export function createKeeper(store: Store, now: () => string, onChange: () => void): Keeper {
  let running: Promise<Backup> | null = null
  const waiting = new Map<string, Promise<Backup>>()
  let failure: string | null = null
  let progress: number | null = null
  let stopping = new AbortController()
  const [beside = ''] = backupFolders(store.folder, '')
  const house = (): string => {
    const { backupFolder } = getSettings(store.db)
    return isThere(backupFolder) ? backupFolder : ''
  }
  /** Those in the house's folder only once the store has a name there. */
  const owned = (): string[] => {
    const [folder, id] = [house(), getMark(store.db, 'store-id')]
    return folder === '' || id === null ? [beside] : [beside, folderInHouse(folder, id)]
  }
  const isOld = (folder: string): boolean => {
    const time = now()
    const last = listBackups([folder], time).find(({ at }) => at <= time)
    return last === undefined || Date.parse(time) - Date.parse(last.at) >= DAY_MS
  }
  const places = (only: string): string[] => {
    if (only !== '') return [folderInHouse(only, nameStore(store))]
    return house() === '' ? [beside] : [beside, folderInHouse(house(), nameStore(store))]
  }
  /** One after the other: both read the same disk. That one place cannot be written is no reason to spare the other. */
  async function make(only: string, { signal }: AbortController): Promise<Backup> {
    const at = now()
    const folders = places(only)
    const made: Backup[] = []
    const failures: unknown[] = []
    for (const [index, folder] of folders.entries()) {
      const onProgress = (fraction: number): void => {
        progress = (index + fraction) / folders.length
      }
      try {
        // oxlint-disable-next-line no-await-in-loop -- both read the same disk
        made.push(await backUp(store, folder, at, { signal, onProgress }))
      } catch (error) {
        failures.push(error)
        if (signal.aborted) break
      }
    }
    const last = made.at(-1)
    if (failures.length > 0 || last === undefined) throw failures[0]
    return last
  }
  async function watched(only: string): Promise<Backup> {
    stopping = new AbortController()
    try {
      const backup = await make(only, stopping)
      failure = isSoundBackup(backup) ? null : 'backup-unsound'
      if (!backup.check.isFileSound) keeper.isFileDamaged = true
      return backup
    } catch (error) {
      const code = error instanceof ContractError ? error.code : 'internal'
      // That a person stopped it is no failure.
      if (code !== 'backup-stopped') failure = code
      throw error
    } finally {
      running = null
      progress = null
    }
  }
  /** Its own caller is told how the one before ended. @throws ContractError `backup-stopped` */
  async function waitFor(before: Promise<Backup>, path: string): Promise<void> {
    const { signal } = stopping
    await Promise.allSettled([before])
    if (signal.aborted) throw new ContractError('backup-stopped', { path })
  }
  async function afterwards(folder: string): Promise<Backup> {
    try {
      // oxlint-disable-next-line no-await-in-loop, no-unmodified-loop-condition -- each ends by itself, and another may come
      while (running !== null) await waitFor(running, folder)
    } finally {
      waiting.delete(folder)
    }
    running = watched(folder)
    onChange()
    return running
  }
  const keeper: Keeper = {
    backups() {
      const [folders, time] = [owned(), now()]
      const others = backupFolders(store.folder, house()).filter((folder) => !folders.includes(folder))
      const theirs = listBackups(others, time).map((backup) => ({ ...backup, isOthers: true }))
      return [...listBackups(folders, time), ...theirs]
    },
    isDue: () => owned().some(isOld) || (house() !== '' && getMark(store.db, 'store-id') === null),
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
    isFileDamaged: false,
    async backUp(folder = '') {
      if (store.readOnly) throw new ContractError('store-read-only', { path: store.folder })
      let asked = waiting.get(folder)
      if (running === null) {
        asked = running = watched(folder)
        onChange()
      } else if (asked === undefined) {
        asked = afterwards(folder)
        waiting.set(folder, asked)
      }
      try {
        return await asked
      } finally {
        onChange()
      }
    },
  }
  return keeper
}
