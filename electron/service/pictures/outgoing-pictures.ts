import type { Article } from '#core/article/article.ts'
import { blockText } from '#core/article/plain-text.ts'
import type { PictureDescription } from '#core/contract/assets.ts'
import { ContractError } from '#core/contract/errors.ts'
import { pictures, type PictureFigure } from '#core/export/figures.ts'
import type { Rendition } from '#core/export/renditions.ts'
import { readAsset } from '#electron/files/asset-files.ts'
import { scaledPictures } from '#electron/files/picture-renditions.ts'
import { isOverLimit, type Parse } from '../parsing/parse.ts'

/**
 * Makes the files of every picture of an article as they are exported: the original and its smaller copies, each with
 * the caption, credit, alternative text and date of its figure in its metadata. A picture of several figures gets the
 * first's.
 * @param folder the store's
 * @returns the files by hash, the original first.
 * @throws ContractError `asset-missing`, `asset-damaged`, `picture-too-complex` where a picture's own metadata takes too
 *   much time or memory.
 */
export async function outgoingPictures(
  article: Article,
  folder: string,
  parse: Parse,
): Promise<Map<string, Rendition[]>> {
  const outgoing = new Map<string, Rendition[]>()
  for (const figure of pictures(article)) {
    const { hash, width, height } = figure.asset
    if (outgoing.has(hash)) continue
    const bytes = readAsset(folder, hash)
    const description = descriptionOf(figure)
    // One at a time: a large picture fills the memory while it is scaled.
    /* oxlint-disable no-await-in-loop */
    const original = await describePicture(bytes, description, parse)
    const files: Rendition[] = [{ name: 'original', width, height, ...original }]
    for (const copy of await scaledPictures(bytes, figure.asset)) {
      files.push({ ...copy, bytes: (await describePicture(copy.bytes, description, parse)).bytes })
    }
    /* oxlint-enable no-await-in-loop */
    outgoing.set(hash, files)
  }
  return outgoing
}

/**
 * Writes a description into a picture, in a worker: what others wrote into it is read for that.
 * @throws ContractError `picture-too-complex` where that takes too much time or memory.
 */
export async function describePicture(
  bytes: Uint8Array,
  description: PictureDescription,
  parse: Parse,
): Promise<Pick<Rendition, 'bytes'> & Required<Pick<Rendition, 'orientation'>>> {
  try {
    return await parse('describe a picture', { bytes, description })
  } catch (error) {
    if (isOverLimit(error)) throw new ContractError('picture-too-complex', {}, { cause: error })
    throw error
  }
}

function descriptionOf({ alt, date, children: [caption, credit] }: PictureFigure): PictureDescription {
  return { caption: blockText(caption), credit: blockText(credit), alt, date: date ?? '' }
}
