import { addAsset } from '#db/tables/assets.ts'
import { readAsset, writeAsset } from '#electron/files/asset-files.ts'
import { mediaTypeOf } from '#electron/files/identify-image.ts'
import type { Handlers } from '../context.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export const assetsHandlers: Handlers<'assets'> = {
  'assets.add': async ({ name, bytes: base64 }, { store, now, parse }) => {
    const { asset, description } = await parse('picture', { name, base64 })
    requireWritableStore(store)
    writeAsset(store.folder, Buffer.from(base64, 'base64'))
    addAsset(store.db, asset, now())
    return { asset, description }
  },
  'assets.thumbnail': async ({ hash }, { thumbnails }) => {
    const bytes = await thumbnails.get(hash)
    return bytes === null ? null : { mediaType: 'image/webp', bytes: Buffer.from(bytes).toString('base64') }
  },
  'assets.read': ({ hash }, { store }) => {
    const bytes = readAsset(store.folder, hash)
    return { mediaType: mediaTypeOf(bytes), bytes: Buffer.from(bytes).toString('base64') }
  },
}
