import type { Article } from '#core/article/article.ts'
import type { Asset } from '#core/article/asset.ts'
import { figures } from '#core/article/text-nodes.ts'
import { ContractError } from '#core/contract/errors.ts'
import { readAsset } from '#electron/files/asset-files.ts'

/**
 * Reads every picture of an article.
 * @returns the bytes by hash.
 * @throws ContractError `asset-missing`, `asset-damaged`.
 */
export function picturesOf(article: Article, folder: string): Map<string, Uint8Array> {
  return new Map(assetsOf(article).map(({ hash }) => [hash, readAsset(folder, hash)]))
}

/**
 * @returns the pictures of an article as data URLs by hash. One that cannot be read is left out, so that a
 * preview shows the rest of the page; the export refuses it.
 */
export function pictureUrls(article: Article, folder: string): Map<string, string> {
  const urls = new Map<string, string>()
  for (const { hash, mediaType } of assetsOf(article)) {
    const bytes = readIfSound(folder, hash)
    if (bytes !== null) urls.set(hash, `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`)
  }
  return urls
}

function assetsOf(article: Article): Asset[] {
  return figures(article.document).flatMap(({ asset }) => (asset === undefined ? [] : [asset]))
}

function readIfSound(folder: string, hash: string): Uint8Array | null {
  try {
    return readAsset(folder, hash)
  } catch (error) {
    if (error instanceof ContractError && (error.code === 'asset-missing' || error.code === 'asset-damaged'))
      return null
    throw error
  }
}
