import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ContractError } from '#core/contract/errors.ts'
import type { RecoveryReport } from '#core/contract/store.ts'
import type { Article } from '#core/article/article.ts'
import { toContractError } from '#db/errors.ts'
import { FILE, openStore, type Store } from '#db/open.ts'
import { mergeContent, type Merged } from '#db/recovery/merge.ts'
import { readWhole } from '#db/recovery/log.ts'
import { knownRows, readStore } from '#db/recovery/read-store.ts'
import type { KnownRow } from '#db/recovery/row.ts'
import { salvage } from '#db/recovery/salvage.ts'
import { getArticle } from '#db/tables/articles.ts'
import { listAssets } from '#db/tables/assets.ts'
import { copyAsset } from '#electron/files/asset-files.ts'

/**
 * Opens a copy of a backup, brought up to this version, and does the work with it: a backup is never written to.
 * @throws ContractError `backup-missing`, `backup-unsound` and whatever the work throws.
 */
export function withBackup<T>(path: string, work: (backup: Store) => T): T {
  if (!existsSync(path)) throw new ContractError('backup-missing', { path })
  const folder = mkdtempSync(join(tmpdir(), 'midad-backup-'))
  try {
    copyFileSync(path, join(folder, FILE))
    const backup = openBackup(folder, path)
    try {
      return work(backup)
    } finally {
      backup.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function openBackup(folder: string, path: string): Store {
  try {
    return openStore(folder)
  } catch (error) {
    throw new ContractError('backup-unsound', { path }, { cause: error })
  }
}

/**
 * Reads all that a backup has of our rows: also one that is damaged, or for a copy of which there is no room. Their
 * hashes tell which are as they were written. @returns nothing when the file itself cannot be read.
 */
export function rowsOfBackup(path: string): KnownRow[] {
  try {
    return withBackup(path, ({ db }) => [...knownRows(db, null)])
  } catch (error) {
    if (toContractError(error) === null) throw error
  }
  try {
    return [...salvage(readWhole(path) ?? Buffer.alloc(0), null)]
  } catch (error) {
    // As of a stick that was pulled out.
    if (toContractError(error) === null) throw error
    return []
  }
}

/** Brings into a store what a backup has and it has not, pictures included. What is in the store stays as it is. */
export function mergeBackup(store: Store, path: string): Merged {
  return withBackup(path, (backup) => {
    const merged = mergeContent(store.db, readStore(backup.db))
    for (const { hash } of listAssets(backup.db)) copyAsset(dirname(path), store.folder, hash)
    return merged
  })
}

/** Does what `mergeBackup` does. @returns what to tell of it. */
export function restoreFrom(store: Store, path: string, at: string): RecoveryReport {
  const { brought, older, lost } = mergeBackup(store, path)
  return { at, from: 'backup', source: path, recovered: brought.length, older, lost }
}

/** @returns the article as a backup has it. @throws ContractError `not-found`, `article-damaged`. */
export function articleInBackup(path: string, id: string): Article {
  return withBackup(path, ({ db }) => {
    const stored = getArticle(db, id)
    if (stored === null) throw new ContractError('not-found', { id })
    return stored.article
  })
}

/** @returns when the article was saved as this backup has it; null when it has none that is whole. */
export function savedAtIn(path: string, id: string): string | null {
  try {
    return withBackup(path, ({ db }) => getArticle(db, id)?.updatedAt ?? null)
  } catch (error) {
    // A backup that cannot be read, or has the article damaged, has nothing to offer.
    if (error instanceof ContractError) return null
    throw error
  }
}
