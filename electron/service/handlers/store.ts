import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { figures } from '#core/article/text-nodes.ts'
import { MOST_REMOVED } from '#core/contract/store.ts'
import { listRemoved } from '#db/tables/events.ts'
import { addAsset } from '#db/tables/assets.ts'
import { copyAsset } from '#electron/files/asset-files.ts'
import { replaceArticle } from '../articles/replace-article.ts'
import { headsOf, isSoundBackup } from '../backups/backup-files.ts'
import { articleInBackup, restoreFrom, savedAtIn } from '../backups/restore.ts'
import { ensureStoreId } from '../backups/store-id.ts'
import { checkStore } from '../checks/check-store.ts'
import type { Context, Handlers } from '../context.ts'
import { requireWritableFolder } from '../folders/folders.ts'
import { provenEvents } from '../people/proven-events.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

/** How many backups are searched for one article. Opening one takes a while, and older ones are rarely wanted. */
const MOST_SOURCES = 5

export const storeHandlers: Handlers<'store'> = {
  'store.status': (_input, { store, backups, health }) => {
    const [row] = store.db.all<{ articles: number; lastWrite: string | null }>(
      'SELECT count(*) AS articles, max(updated_at) AS lastWrite FROM articles WHERE deleted_at IS NULL',
    )
    return {
      folder: store.folder,
      readOnly: store.readOnly,
      isDiskFull: store.isDiskFull,
      wasCutOff: store.wasCutOff,
      lastWrite: row?.lastWrite ?? null,
      articles: row?.articles ?? 0,
      backups: backups.list(),
      backupFailure: backups.failure,
      isBackingUp: backups.isBusy,
      progress: backups.progress,
      recovery: health.recovery,
      isFileDamaged: health.isFileDamaged,
      isAuditWhole: health.auditEnd === 'whole',
    }
  },
  'store.backUp': ({ folder }, { backups, grants }) => {
    if (folder !== undefined) {
      grants.require(folder)
      requireWritableFolder(folder)
    }
    return backups.make(folder)
  },
  'store.stopBackUp': (_input, { backups }) => {
    backups.stop()
    return {}
  },
  'store.check': (_input, { store, backups }) => checkStore(store, headsOf(backups.list())),
  'store.removed': (_input, { store }) => ({
    articles: listRemoved(store.db, MOST_REMOVED).map((id) => {
      const { events } = provenEvents(store.db, id)
      return { id, headline: events.findLast(({ action }) => action === 'purged')?.note ?? '', events }
    }),
  }),
  'store.restore': async ({ path, actor }, context) => {
    const { store, health, now, emit } = context
    requireKnownBackup(path, context)
    requireWritableStore(store)
    // Before the backup brings the id of the store that made it: that store may still back up into the same folder.
    ensureStoreId(store)
    health.recovery = { ...(await restoreFrom(store, path, now())), by: actor.name }
    emit({ type: 'store-changed' })
    return health.recovery
  },
  'store.sources': async ({ id }, { backups }) => {
    const soundFirst = backups.list().toSorted((a, b) => Number(isSoundBackup(b)) - Number(isSoundBackup(a)))
    const sources: { path: string; at: string; savedAt: string }[] = []
    for (const { path, at } of soundFirst.slice(0, MOST_SOURCES)) {
      const savedAt = savedAtIn(path, id)
      if (savedAt !== null) sources.push({ path, at, savedAt })
      // oxlint-disable-next-line no-await-in-loop -- other calls are served in between
      await setImmediate()
    }
    return { backups: sources }
  },
  'store.restoreArticle': ({ id, path, actor }, context) => {
    requireKnownBackup(path, context)
    const article = articleInBackup(path, id)
    requireWritableStore(context.store)
    for (const { asset } of figures(article.document)) {
      if (asset === undefined || !copyAsset(dirname(path), context.store.folder, asset.hash)) continue
      addAsset(context.store.db, asset, context.now())
    }
    return replaceArticle(article, 'recovered', actor, context)
  },
}

/** A backup that Midad lists may be read wherever it lies; any other, in a folder that was chosen. */
function requireKnownBackup(path: string, { backups, grants }: Context): void {
  if (!backups.list().some((backup) => backup.path === path)) grants.require(dirname(path))
}
