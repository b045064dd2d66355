import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { figures } from '#core/article/text-nodes.ts'
import type { storeCalls } from '#core/contract/store.ts'
import { addAsset } from '#db/tables/assets.ts'
import { copyAsset } from '#electron/files/asset-files.ts'
import { isSoundBackup } from '../backups/backup-files.ts'
import { checkStore } from '../checks/check-store.ts'
import { nameStore } from '../backups/keeper.ts'
import { articleInBackup, restoreFrom, savedAtIn } from '../backups/restore.ts'
import type { Handlers } from '../context.ts'
import { requireWritableFolder } from '../folders/folders.ts'
import { bringBack } from './history.ts'
import { requireWritableStore } from '../articles/load-article.ts'

/** To look into a backup takes a while; an older one is hardly what is wanted. */
const MOST_SOURCES = 5

export const storeHandlers: Handlers<typeof storeCalls> = {
  'store.status': (_input, { store, keeper }) => {
    const [row] = store.db.all<{ articles: number; lastWrite: string | null }>(
      'SELECT count(*) AS articles, max(updated_at) AS lastWrite FROM articles WHERE deleted_at IS NULL',
    )
    return {
      ...{ folder: store.folder, readOnly: store.readOnly, wasCutOff: store.wasCutOff },
      ...{ lastWrite: row?.lastWrite ?? null, articles: row?.articles ?? 0 },
      ...{
        backups: keeper.backups(),
        backupFailure: keeper.failure,
        isBackingUp: keeper.isBusy,
        progress: keeper.progress,
      },
      ...{ recovery: keeper.recovery, isFileDamaged: keeper.isFileDamaged },
    }
  },
  'store.backUp': ({ folder }, { keeper }) => {
    if (folder !== undefined) requireWritableFolder(folder)
    return keeper.backUp(folder)
  },
  'store.stopBackUp': (_input, { keeper }) => {
    keeper.stop()
    return {}
  },
  'store.check': (_input, { store }) => checkStore(store),
  'store.restore': async ({ path }, { store, keeper, now, emit }) => {
    requireWritableStore(store)
    // Before the backup brings the name of the store that made it: that one may go on backing up into the same folder.
    nameStore(store)
    keeper.recovery = await restoreFrom(store, path, now())
    emit({ type: 'store-changed' })
    return keeper.recovery
  },
  'store.sources': async ({ id }, { keeper }) => {
    const soundFirst = keeper.backups().toSorted((a, b) => Number(isSoundBackup(b)) - Number(isSoundBackup(a)))
    const backups: { path: string; at: string; savedAt: string }[] = []
    for (const { path, at } of soundFirst.slice(0, MOST_SOURCES)) {
      const savedAt = savedAtIn(path, id)
      if (savedAt !== null) backups.push({ path, at, savedAt })
      // oxlint-disable-next-line no-await-in-loop -- in between others are served
      await setImmediate()
    }
    return { backups }
  },
  'store.restoreArticle': ({ id, path, actor }, context) => {
    const article = articleInBackup(path, id)
    requireWritableStore(context.store)
    for (const { asset } of figures(article.document)) {
      if (asset === undefined || !copyAsset(dirname(path), context.store.folder, asset.hash)) continue
      addAsset(context.store.db, asset, context.now())
    }
    return bringBack(article, 'recovered', actor, context)
  },
}
