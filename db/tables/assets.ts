import type { Asset } from '#core/article/asset.ts'
import type { WriteDb } from '../handles.ts'

/** Records a picture whose file is in its place. One that is known already stays as it is. */
export function addAsset(db: WriteDb, asset: Asset, at: string): void {
  const { hash, mediaType, width, height, size, name } = asset
  db.run(
    `INSERT INTO assets (hash, media_type, width, height, size, name, created_at)
     VALUES (:hash, :mediaType, :width, :height, :size, :name, :at) ON CONFLICT (hash) DO NOTHING`,
    { hash, mediaType, width, height, size, name, at },
  )
}
