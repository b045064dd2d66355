import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { StoreCheck } from '#core/contract/store.ts'
import { closeCopy } from '#db/close-copy.ts'
import type { Store } from '#db/open.ts'
import type { JournalHead } from '#db/tables/journal.ts'
import { listAssets } from '#db/tables/assets.ts'
import { isAssetSound } from '#electron/files/asset-files.ts'
import { checkFile } from './check-file.ts'

/**
 * Checks a whole store by means of a copy in the system's temporary folder, because nothing may be written beside the
 * store.
 * @param heads ends of its journal that its backups keep
 * @throws ContractError the store's own.
 */
export async function checkStore(store: Store, heads: readonly JournalHead[]): Promise<StoreCheck> {
  const folder = mkdtempSync(join(tmpdir(), 'midad-check-'))
  try {
    const copy = join(folder, 'copy.db')
    await store.copyTo(copy)
    closeCopy(copy)
    const damagedPictures: string[] = []
    for (const { hash, name } of listAssets(store.db)) {
      if (!isAssetSound(store.folder, hash)) damagedPictures.push(name || hash)
      // oxlint-disable-next-line no-await-in-loop -- other calls are served in between
      await setImmediate()
    }
    const check = await checkFile(copy, heads)
    if (check.isFileSound) store.markChecked()
    return { ...check, damagedPictures }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
