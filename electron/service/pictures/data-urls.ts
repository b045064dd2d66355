import type { Article } from '#core/article/article.ts'
import { figures } from '#core/article/text-nodes.ts'
import { ContractError } from '#core/contract/errors.ts'
import { readAsset } from '#electron/files/asset-files.ts'

/**
 * @returns the pictures of an article as data URLs, by hash. One that cannot be read is left out, so that a preview
 *   shows the rest of the page; the export refuses it.
 */
export function pictureUrls(article: Article, folder: string): Map<string, string> {
  const urls = new Map<string, string>()
  for (const { asset } of figures(article.document)) {
    const bytes = asset === undefined ? null : readIfSound(folder, asset.hash)
    if (asset === undefined || bytes === null) continue
    urls.set(asset.hash, `data:${asset.mediaType};base64,${Buffer.from(bytes).toString('base64')}`)
  }
  return urls
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
