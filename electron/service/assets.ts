import type { assetsCalls } from '#core/contract/assets.ts'
import { ContractError } from '#core/contract/errors.ts'
import { readAsset, writeAsset } from '#electron/files/asset-files.ts'
import { identifyImage } from '#electron/files/identify-image.ts'
import type { Handlers } from './context.ts'

export const assetsHandlers: Handlers<typeof assetsCalls> = {
  'assets.add': ({ name, bytes: encoded }, { store }) => {
    const bytes = Buffer.from(encoded, 'base64')
    const asset = identifyImage(bytes, name)
    if (store.readOnly) throw new ContractError('store-read-only')
    writeAsset(store.folder, bytes)
    return asset
  },
  'assets.read': ({ hash }, { store }) => {
    const bytes = readAsset(store.folder, hash)
    return { mediaType: identifyImage(bytes, '').mediaType, bytes: Buffer.from(bytes).toString('base64') }
  },
}
