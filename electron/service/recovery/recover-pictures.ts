import { dirname } from 'node:path'
import { toContractError } from '#db/errors.ts'
import { openStore } from '#db/open.ts'
import { listAssets } from '#db/tables/assets.ts'
import { getSettings } from '#db/tables/settings.ts'
import { copyAsset, isAssetSound } from '#electron/files/asset-files.ts'
import { backupFolders, listBackups } from '../backups/backup-files.ts'

/** Copies missing and damaged pictures from the backups. @returns the names of those that no backup has. */
export function recoverPictures(folder: string): string[] {
  const store = openStore(folder)
  try {
    const house = getSettings(store.db).backupFolder
    const places = new Set(listBackups(backupFolders(folder, house)).map(({ path }) => dirname(path)))
    return listAssets(store.db)
      .filter(({ hash }) => !isRecovered(hash, [...places], folder))
      .map(({ name, hash }) => name || hash)
  } finally {
    store.close()
  }
}

function isRecovered(hash: string, places: readonly string[], folder: string): boolean {
  try {
    return isAssetSound(folder, hash) || places.some((place) => copyAsset(place, folder, hash))
  } catch (error) {
    // The texts are recovered already: a picture for which the disk has no room must not undo that.
    if (toContractError(error) === null) throw error
    return false
  }
}
