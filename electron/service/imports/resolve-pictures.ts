import type { Article } from '#core/article/article.ts'
import type { Asset } from '#core/article/asset.ts'
import type { Block, Figure } from '#core/article/block.ts'
import { blockText } from '#core/article/plain-text.ts'
import { figures } from '#core/article/text-nodes.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { ImportedArticle, PictureSource } from '#core/import/imported.ts'
import { Losses } from '#core/import/losses.ts'
import { isAssetSound } from '#electron/files/asset-files.ts'
import { identifyImage } from '#electron/files/identify-image.ts'
import { readPictureMetadata } from '#electron/files/picture-metadata/picture-metadata.ts'
import type { FilesBeside } from './read-file.ts'

/** A picture that comes in, to be stored before the article that shows it. */
export type IncomingPicture = { asset: Asset; bytes: Uint8Array }

/** An article with its pictures found, and told of those that were not. */
export type ResolvedArticle = Pick<ImportedArticle, 'losses' | 'midadId' | 'version'> & {
  article: Article
  incoming: IncomingPicture[]
}

type Found = { picture: IncomingPicture | null }

function bytesOf(source: PictureSource, files: FilesBeside): Uint8Array | null {
  if (source.kind === 'base64') return Buffer.from(source.data, 'base64')
  return files.get(source.path) ?? null
}

function nameOf(source: PictureSource): string {
  return source.kind === 'file' ? (source.path.split('/').at(-1) ?? '') : ''
}

/** @returns null for a picture that cannot be taken in, which is told of. */
function find(figure: Figure, source: PictureSource, files: FilesBeside, losses: Losses): Found {
  const bytes = bytesOf(source, files)
  if (bytes === null) {
    losses.add('picture-not-here', source.kind === 'file' ? source.path : '')
    return { picture: null }
  }
  try {
    const asset = identifyImage(bytes, figure.asset?.name ?? nameOf(source))
    return { picture: { asset, bytes } }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    losses.add('picture-unsupported', nameOf(source))
    return { picture: null }
  }
}

/** A figure without a word takes those of its picture, as one does that is put in by hand. */
function withWords(figure: Figure, { asset, bytes }: IncomingPicture): Figure {
  const [caption, credit] = figure.children
  const isSilent = [caption, credit].every((line) => blockText(line).trim() === '')
  if (!isSilent) return { ...figure, asset }
  const said = readPictureMetadata(bytes)
  return {
    ...figure,
    asset,
    alt: figure.alt || said.alt,
    ...(figure.date === undefined && said.date !== '' ? { date: said.date } : {}),
    children: [
      { ...caption, children: [{ text: said.caption }] },
      { ...credit, children: [{ text: said.credit }] },
    ],
  }
}

/**
 * Finds the pictures of an article: in the store by their hash, in the source, or among the files beside it. One
 * that is nowhere leaves its words without a picture.
 * @param storeFolder where pictures are kept; nothing is written
 */
export function resolvePictures(imported: ImportedArticle, files: FilesBeside, storeFolder: string): ResolvedArticle {
  const losses = new Losses(imported.losses)
  const incoming = new Map<string, IncomingPicture>()
  const resolve = (figure: Figure): Figure => {
    const { asset: own, ...bare } = figure
    // The same picture as it came in once is better than the one that carries its words: its hash is the article's.
    if (own !== undefined && isAssetSound(storeFolder, own.hash)) return figure
    const source = imported.pictures.get(figure.id)
    if (source === undefined) {
      if (own !== undefined) losses.add('picture-not-here', own.name)
      return bare
    }
    const { picture } = find(figure, source, files, losses)
    if (picture === null) return bare
    incoming.set(picture.asset.hash, picture)
    return own === undefined ? withWords(figure, picture) : { ...figure, asset: picture.asset }
  }
  const resolveBlock = (block: Block): Block => {
    if (block.type === 'figure') return resolve(block)
    return block.type === 'gallery' ? { ...block, children: block.children.map(resolve) } : block
  }
  const article = { ...imported.article, document: imported.article.document.map(resolveBlock) }
  const { midadId, version } = imported
  return { article, losses: losses.list(), midadId, version, incoming: [...incoming.values()] }
}

/** @returns how many figures of an article have a picture. */
export function countPictures({ document }: Article): number {
  return figures(document).filter(({ asset }) => asset !== undefined).length
}
