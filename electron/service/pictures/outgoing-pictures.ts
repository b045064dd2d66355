import type { Article } from '#core/article/article.ts'
import { blockText } from '#core/article/plain-text.ts'
import type { PictureDescription } from '#core/contract/assets.ts'
import { pictures, type PictureFigure } from '#core/export/figures.ts'
import type { Rendition } from '#core/export/renditions.ts'
import { readAsset } from '#electron/files/asset-files.ts'
import { orientationOf } from '#electron/files/identify-image.ts'
import { scaledPictures } from '#electron/files/picture-renditions.ts'
import { writePictureMetadata } from '#electron/files/picture-metadata/picture-metadata.ts'

/**
 * Makes the files of every picture of an article as they are exported: the original and its smaller copies, each with
 * the caption, credit, alternative text and date of its figure in its metadata. A picture of several figures gets the
 * first's.
 * @param folder the store's
 * @returns the files by hash, the original first.
 * @throws ContractError `asset-missing`, `asset-damaged`.
 */
export async function outgoingPictures(article: Article, folder: string): Promise<Map<string, Rendition[]>> {
  const outgoing = new Map<string, Rendition[]>()
  for (const figure of pictures(article)) {
    const { hash, width, height } = figure.asset
    if (outgoing.has(hash)) continue
    const bytes = readAsset(folder, hash)
    const description = descriptionOf(figure)
    // One at a time: a large picture fills the memory while it is scaled.
    // oxlint-disable-next-line no-await-in-loop
    const scaled = await scaledPictures(bytes, figure.asset)
    outgoing.set(
      hash,
      [{ name: 'original' as const, width, height, bytes, orientation: orientationOf(bytes) }, ...scaled].map(
        (file) => ({
          ...file,
          bytes: withDescription(file.bytes, description),
        }),
      ),
    )
  }
  return outgoing
}

/**
 * @returns the picture with its description as metadata; unchanged where its own structure is damaged, for it still
 *   shows.
 */
export function withDescription(bytes: Uint8Array, description: PictureDescription): Uint8Array {
  return writePictureMetadata(bytes, description) ?? bytes
}

function descriptionOf({ alt, date, children: [caption, credit] }: PictureFigure): PictureDescription {
  return { caption: blockText(caption), credit: blockText(credit), alt, date: date ?? '' }
}
