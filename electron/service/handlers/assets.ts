import { addAsset } from '#db/tables/assets.ts'
import { readAssetInTurns } from '#electron/files/asset-files.ts'
import { mediaTypeOf } from '#electron/files/identify-image.ts'
import type { Handlers } from '../context.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export const assetsHandlers: Handlers<'assets'> = {
  'assets.add': async ({ name, bytes: base64 }, { store, now, parse }) => {
    requireWritableStore(store)
    const { asset, description } = await parse('store a picture', { name, base64, storeFolder: store.folder })
    addAsset(store.db, asset, now())
    return { asset, description }
  },
  'assets.thumbnail': async ({ hash }, { thumbnails }) => {
    const bytes = await thumbnails.get(hash)
    return bytes === null ? null : { mediaType: 'image/webp', bytes: Buffer.from(bytes).toString('base64') }
  },
  'assets.read': async ({ hash }, { store }) => {
    const bytes = await readAssetInTurns(store.folder, hash)
    return { mediaType: mediaTypeOf(bytes), bytes: Buffer.from(bytes).toString('base64') }
  },
}
