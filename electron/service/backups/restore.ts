import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { ContractError, type ErrorCode } from '#core/contract/errors.ts'
import type { RecoveryReport } from '#core/contract/store.ts'
import type { Article } from '#core/article/article.ts'
import { toContractError } from '#db/errors.ts'
import type { ReadDb } from '#db/handles.ts'
import { openBackup, type Backup } from '#db/open-backup.ts'
import type { Store } from '#db/open.ts'
import { mergeContent, type Merged } from '#db/recovery/merge.ts'
import { readWhole } from '#db/recovery/log.ts'
import { knownRows, storeParts } from '#db/recovery/read-store.ts'
import type { KnownRow } from '#db/recovery/row.ts'
import { salvage } from '#db/recovery/salvage.ts'
import { getArticle } from '#db/tables/articles.ts'
import { listAssets } from '#db/tables/assets.ts'
import { copyAsset } from '#electron/files/asset-files.ts'

/** What is not damage of the backup. */
const SAID_AS_IT_IS: ReadonlySet<ErrorCode> = new Set(['not-found', 'article-damaged', 'not-a-file'])

/** Runs work that reads a backup, so that damage in the backup is not reported as damage in the store. */
function asUnsound<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const known = toContractError(error)
    if (known === null) throw error
    throw SAID_AS_IT_IS.has(known.code) ? known : new ContractError('backup-unsound', { path }, { cause: error })
  }
}

function opened(path: string): Backup {
  if (!existsSync(path)) throw new ContractError('backup-missing', { path })
  return asUnsound(path, () => openBackup(path))
}

/** @throws ContractError `backup-missing`, `backup-unsound`, `not-a-file`, and what the work throws. */
function withBackup<T>(path: string, work: (db: ReadDb) => T): T {
  const backup = opened(path)
  try {
    return asUnsound(path, () => work(backup.db))
  } finally {
    backup.close()
  }
}

/**
 * Reads all rows that can be found in a backup, even a damaged one. Their hashes show which are sound.
 * @returns none when the file cannot be read.
 */
export function rowsOfBackup(path: string): KnownRow[] {
  try {
    return withBackup(path, (db) => [...knownRows(db, null)])
  } catch (error) {
    if (toContractError(error) === null) throw error
  }
  try {
    return [...salvage(readWhole(path) ?? Buffer.alloc(0), readWhole(`${path}-wal`))]
  } catch (error) {
    // For example, the disk was unplugged.
    if (toContractError(error) === null) throw error
    return []
  }
}

/** What a backup brought, and the names of the pictures that neither it nor the store has undamaged. */
type Brought = Merged & { missingPictures: string[] }

/**
 * Copies into a store what a backup has and the store does not, pictures included. What is in the store stays. It is
 * done a few articles at a time, so that saves do not wait; when it is cut off, it can be repeated.
 * @throws ContractError `backup-missing`, `backup-unsound`, `not-a-file`, and the store's own.
 */
async function mergeBackup(store: Store, path: string): Promise<Brought> {
  const backup = opened(path)
  try {
    const brought: Brought = { brought: [], older: [], lost: [], missingPictures: [] }
    const parts = storeParts(backup.db)
    for (;;) {
      const part = asUnsound(path, () => parts.next())
      if (part.done === true) break
      const merged = mergeContent(store.db, part.value)
      brought.brought.push(...merged.brought)
      brought.older.push(...merged.older)
      brought.lost.push(...merged.lost)
      // oxlint-disable-next-line no-await-in-loop -- other calls are served in between
      await setImmediate()
    }
    for (const { hash, name } of asUnsound(path, () => listAssets(backup.db))) {
      if (!copyAsset(dirname(path), store.folder, hash)) brought.missingPictures.push(name || hash)
      // oxlint-disable-next-line no-await-in-loop -- other calls are served in between
      await setImmediate()
    }
    return brought
  } finally {
    backup.close()
  }
}

/**
 * Restores from a backup what a store does not have.
 * @param at ISO 8601
 * @throws ContractError as `mergeBackup`.
 */
export async function restoreFrom(store: Store, path: string, at: string): Promise<RecoveryReport> {
  const { brought, older, lost, missingPictures } = await mergeBackup(store, path)
  return { at, from: 'backup', source: path, recovered: brought.length, older, lost, missingPictures }
}

/**
 * @returns the article in a backup.
 * @throws ContractError `not-found`, `article-damaged`, `backup-missing`, `backup-unsound`, `not-a-file`.
 */
export function articleInBackup(path: string, id: string): Article {
  return withBackup(path, (db) => {
    const stored = getArticle(db, id)
    if (stored === null) throw new ContractError('not-found', { id })
    return stored.article
  })
}

/** @returns when the article in a backup was saved, ISO 8601; null when the backup does not have it undamaged. */
export function savedAtIn(path: string, id: string): string | null {
  try {
    return withBackup(path, (db) => getArticle(db, id)?.updatedAt ?? null)
  } catch (error) {
    // The backup cannot be read, or its copy of the article is damaged.
    if (error instanceof ContractError) return null
    throw error
  }
}
