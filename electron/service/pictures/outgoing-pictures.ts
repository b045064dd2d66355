import type { Article } from '#core/article/article.ts'
import type { Asset } from '#core/article/asset.ts'
import { blockText } from '#core/article/plain-text.ts'
import { figures } from '#core/article/text-nodes.ts'
import type { PictureDescription } from '#core/contract/assets.ts'
import { ContractError } from '#core/contract/errors.ts'
import { pictures, type PictureFigure } from '#core/export/figures.ts'
import type { Rendition } from '#core/export/renditions.ts'
import { scaledPictures } from '#electron/files/picture-renditions.ts'
import { writePictureMetadata } from '#electron/files/picture-metadata/picture-metadata.ts'
import { readAsset } from '#electron/files/asset-files.ts'

/**
 * Makes the files of every picture of an article, as they leave the house: the original and its smaller copies, each
 * with the words of its figure written into it. One that stands in several figures has the words of the first.
 * @returns the files by hash, the original first.
 * @throws ContractError `asset-missing`, `asset-damaged`.
 */
export async function travellingPictures(article: Article, folder: string): Promise<Map<string, Rendition[]>> {
  const travelling = new Map<string, Rendition[]>()
  for (const figure of pictures(article)) {
    const { hash, width, height } = figure.asset
    if (travelling.has(hash)) continue
    const bytes = readAsset(folder, hash)
    const words = wordsOf(figure)
    // One at a time: a large picture fills the memory while it is scaled.
    // oxlint-disable-next-line no-await-in-loop
    const scaled = await scaledPictures(bytes, figure.asset)
    travelling.set(
      hash,
      [{ name: 'original' as const, width, height, bytes }, ...scaled].map((file) => ({
        ...file,
        // One that is damaged inside travels as it is: somebody may still want it.
        bytes: writePictureMetadata(file.bytes, words) ?? file.bytes,
      })),
    )
  }
  return travelling
}

function wordsOf({ alt, date, children: [caption, credit] }: PictureFigure): PictureDescription {
  return { caption: blockText(caption), credit: blockText(credit), alt, date: date ?? '' }
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
