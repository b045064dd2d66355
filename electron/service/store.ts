import type { storeCalls } from '#core/contract/store.ts'
import { isSoundBackup } from './backups/backup-files.ts'
import { checkStore } from './backups/check-store.ts'
import { nameStore } from './backups/keeper.ts'
import { articleInBackup, restoreFrom, savedAtIn } from './backups/restore.ts'
import type { Handlers } from './context.ts'
import { requireWritableFolder } from './folders.ts'
import { bringBack } from './history.ts'
import { requireWritableStore } from './stored.ts'

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
      recovery: keeper.recovery,
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
  'store.restore': ({ path }, { store, keeper, now, emit }) => {
    requireWritableStore(store)
    // Before the backup brings the name of the store that made it: that one may go on backing up into the same folder.
    nameStore(store)
    keeper.recovery = restoreFrom(store, path, now())
    emit({ type: 'store-changed' })
    return keeper.recovery
  },
  'store.sources': ({ id }, { keeper }) => ({
    backups: keeper
      .backups()
      .toSorted((a, b) => Number(isSoundBackup(b)) - Number(isSoundBackup(a)))
      .slice(0, MOST_SOURCES)
      .flatMap(({ path, at }) => {
        const savedAt = savedAtIn(path, id)
        return savedAt === null ? [] : [{ path, at, savedAt }]
      }),
  }),
  'store.restoreArticle': ({ id, path, actor }, context) =>
    bringBack(articleInBackup(path, id), 'recovered', actor, context),
}
