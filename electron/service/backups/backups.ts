import type { Backup } from '#core/contract/store.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Store } from '#db/open.ts'
import { getMark } from '#db/tables/marks.ts'
import { getSettings } from '#db/tables/settings.ts'
import { keepTexts } from './keep-texts.ts'
import type { StoreHealth } from '../store/health.ts'
import { backUp, isThere } from './back-up.ts'
import { backupFolders, folderInHouse, isSoundBackup, listBackups } from './backup-files.ts'
import { ensureStoreId } from './store-id.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

/** The backups of an open store. */
export type Backups = {
  /** @returns those of this store, newest first; then those of other stores in the house's folder. */
  list(): Backup[]
  /**
   * Makes a backup of what the store holds now. While another is being made, this one waits for it, because that one
   * may already have read what has changed since; all who ask meanwhile for the same folder share the next one.
   * @param folder instead of the usual ones
   * @throws ContractError `backup-failed`, `backup-stopped`.
   */
  make(folder?: string): Promise<Backup>
  /** Makes the backup of the day. Unlike one that a person asks for, it adds no versions. @throws what `make` throws */
  makeDaily(): Promise<Backup>
  /** @returns whether the last backup is a day old, or the house has a folder now that has none. */
  isDue(): boolean
  /** The error code of the last backup, or null when it went well. */
  readonly failure: string | null
  readonly isBusy: boolean
  /** How much of the running backup is done, from 0 to 1; null when none is running. */
  readonly progress: number | null
  /** Stops the running backup, if there is one. */
  stop(): void
}

const DAY_MS = 86_400_000

/**
 * @param health where damage that a backup finds is noted
 * @param onChange called when a backup starts or ends
 * @returns backups beside the store, and in the house's folder when it is there.
 */
export function createBackups(store: Store, now: () => string, health: StoreHealth, onChange: () => void): Backups {
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
  /** The folders that hold backups of this store. It has none in the house's folder before it has an id. */
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
    if (only !== '') return [folderInHouse(only, ensureStoreId(store))]
    return house() === '' ? [beside] : [beside, folderInHouse(house(), ensureStoreId(store))]
  }
  /**
   * One after the other, because both read the same disk. If one folder cannot be written, the other still gets its
   * copy.
   */
  async function makeAll(only: string, { signal }: AbortController, isDaily: boolean): Promise<Backup> {
    const at = now()
    const folders = places(only)
    const made: Backup[] = []
    const failures: unknown[] = []
    if (!isDaily) await keepTexts(store, signal)
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
  async function watched(only: string, isDaily: boolean): Promise<Backup> {
    stopping = new AbortController()
    try {
      const backup = await makeAll(only, stopping, isDaily)
      failure = isSoundBackup(backup) ? null : 'backup-unsound'
      if (!backup.check.isFileSound) health.isFileDamaged = true
      return backup
    } catch (error) {
      const code = error instanceof ContractError ? error.code : 'internal'
      // A backup that a person stopped did not fail.
      if (code !== 'backup-stopped') failure = code
      throw error
    } finally {
      running = null
      progress = null
    }
  }
  /** Only the caller of that backup gets its error. @throws ContractError `backup-stopped` when it was stopped. */
  async function waitFor(before: Promise<Backup>, path: string): Promise<void> {
    const { signal } = stopping
    await Promise.allSettled([before])
    if (signal.aborted) throw new ContractError('backup-stopped', { path })
  }
  async function afterwards(folder: string): Promise<Backup> {
    try {
      // oxlint-disable-next-line no-await-in-loop, no-unmodified-loop-condition -- each ends by itself, and another may start
      while (running !== null) await waitFor(running, folder)
    } finally {
      waiting.delete(folder)
    }
    running = watched(folder, false)
    onChange()
    return running
  }
  async function make(folder: string, isDaily: boolean): Promise<Backup> {
    requireWritableStore(store)
    let asked = waiting.get(folder)
    if (running === null) {
      asked = running = watched(folder, isDaily)
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
  }
  return {
    list() {
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
    make: (folder = '') => make(folder, false),
    makeDaily: () => make('', true),
  }
}
