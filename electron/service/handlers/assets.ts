import { addAsset } from '#db/tables/assets.ts'
import { readAsset, writeAsset } from '#electron/files/asset-files.ts'
import { identifyImage } from '#electron/files/identify-image.ts'
import { readPictureMetadata } from '#electron/files/picture-metadata/picture-metadata.ts'
import type { Handlers } from '../context.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export const assetsHandlers: Handlers<'assets'> = {
  'assets.add': ({ name, bytes: encoded }, { store, now }) => {
    const bytes = Buffer.from(encoded, 'base64')
    const asset = identifyImage(bytes, name)
    requireWritableStore(store)
    writeAsset(store.folder, bytes)
    addAsset(store.db, asset, now())
    return { asset, description: readPictureMetadata(bytes) }
  },
  'assets.read': ({ hash }, { store }) => {
    const bytes = readAsset(store.folder, hash)
    return { mediaType: identifyImage(bytes, '').mediaType, bytes: Buffer.from(bytes).toString('base64') }
  },
}
