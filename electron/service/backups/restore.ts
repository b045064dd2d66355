import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { ContractError } from '#core/contract/errors.ts'
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

/** What cannot be read of a backup says nothing of the store. */
function asUnsound<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const known = toContractError(error)
    if (known === null) throw error
    const isOfArticle = known.code === 'not-found' || known.code === 'article-damaged'
    throw isOfArticle ? known : new ContractError('backup-unsound', { path }, { cause: error })
  }
}

function opened(path: string): Backup {
  if (!existsSync(path)) throw new ContractError('backup-missing', { path })
  return asUnsound(path, () => openBackup(path))
}

/** @throws ContractError `backup-missing`, `backup-unsound`, and what the work throws. */
function withBackup<T>(path: string, work: (db: ReadDb) => T): T {
  const backup = opened(path)
  try {
    return asUnsound(path, () => work(backup.db))
  } finally {
    backup.close()
  }
}

/**
 * Reads all that a backup has of our rows, also one that is damaged. Their hashes tell which are as they were written.
 * @returns nothing when the file itself cannot be read.
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
    // As of a stick that was pulled out.
    if (toContractError(error) === null) throw error
    return []
  }
}

/** What a backup brought, and the names of the pictures of which it has no sound copy and the store neither. */
type Brought = Merged & { missingPictures: string[] }

/**
 * Brings into a store what a backup has and it has not, pictures included. What is in the store stays as it is. A few
 * articles at a time, so that whoever writes meanwhile does not wait; what is cut off can be done again.
 * @throws ContractError `backup-missing`, `backup-unsound`, and the store's own.
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
      // oxlint-disable-next-line no-await-in-loop -- in between others are served
      await setImmediate()
    }
    for (const { hash, name } of asUnsound(path, () => listAssets(backup.db))) {
      if (!copyAsset(dirname(path), store.folder, hash)) brought.missingPictures.push(name || hash)
      // oxlint-disable-next-line no-await-in-loop -- in between others are served
      await setImmediate()
    }
    return brought
  } finally {
    backup.close()
  }
}

/** Does what `mergeBackup` does. @returns what to tell of it. */
export async function restoreFrom(store: Store, path: string, at: string): Promise<RecoveryReport> {
  const { brought, older, lost, missingPictures } = await mergeBackup(store, path)
  return { at, from: 'backup', source: path, recovered: brought.length, older, lost, missingPictures }
}

/** @returns the article as a backup has it. @throws ContractError `not-found`, `article-damaged`. */
export function articleInBackup(path: string, id: string): Article {
  return withBackup(path, (db) => {
    const stored = getArticle(db, id)
    if (stored === null) throw new ContractError('not-found', { id })
    return stored.article
  })
}

/** @returns when the article was saved as this backup has it; null when it has none that is whole. */
export function savedAtIn(path: string, id: string): string | null {
  try {
    return withBackup(path, (db) => getArticle(db, id)?.updatedAt ?? null)
  } catch (error) {
    // A backup that cannot be read, or has the article damaged, has nothing to offer.
    if (error instanceof ContractError) return null
    throw error
  }
}
