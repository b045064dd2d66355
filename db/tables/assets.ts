import type { Asset } from '#core/article/asset.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { forgetLoose } from './loose-pictures.ts'

/** Records a picture whose file is stored. One that is recorded already stays as it is. */
export function addAsset(db: WriteDb, asset: Asset, at: string): void {
  const { hash, mediaType, width, height, size, name } = asset
  db.run(
    `INSERT INTO assets (hash, media_type, width, height, size, name, created_at)
     VALUES (:hash, :mediaType, :width, :height, :size, :name, :at) ON CONFLICT (hash) DO NOTHING`,
    { hash, mediaType, width, height, size, name, at },
  )
  forgetLoose(db, [hash])
}

/** Removes the records of pictures, whose files may be removed then. */
export function removeAssets(db: WriteDb, hashes: readonly string[]): void {
  db.run('DELETE FROM assets WHERE hash IN (SELECT value FROM json_each(:hashes))', { hashes: JSON.stringify(hashes) })
}

/** @returns the pictures of the store: the hash, and the name of the file that came in. */
export function listAssets(db: ReadDb): { hash: string; name: string }[] {
  return db.all('SELECT hash, name FROM assets ORDER BY created_at, hash')
}
