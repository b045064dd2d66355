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
import type { FilesBeside } from './read-result.ts'

/** A picture to store before the article that shows it. */
export type IncomingPicture = { asset: Asset; bytes: Uint8Array }

type Said =
  | 'ancestors'
  | 'base'
  | 'losses'
  | 'midadId'
  | 'version'
  | 'revision'
  | 'modifiedBy'
  | 'proposals'
  | 'threads'

/** An article with its pictures found; those that were not are among its losses. */
export type ResolvedArticle = Pick<ImportedArticle, Said> & {
  article: Article
  incoming: IncomingPicture[]
}

function bytesOf(source: PictureSource, files: FilesBeside): Uint8Array | null {
  if (source.kind === 'base64') return Buffer.from(source.data, 'base64')
  return files.get(source.path) ?? null
}

function nameOf(source: PictureSource): string {
  return source.kind === 'file' ? (source.path.split('/').at(-1) ?? '') : ''
}

/** @returns null for a picture that is missing or cannot be stored, after adding that to the losses. */
function find(figure: Figure, source: PictureSource, files: FilesBeside, losses: Losses): IncomingPicture | null {
  const bytes = bytesOf(source, files)
  if (bytes === null) {
    losses.add('picture-not-here', source.kind === 'file' ? source.path : '')
    return null
  }
  try {
    const asset = identifyImage(bytes, figure.asset?.name ?? nameOf(source))
    return { asset, bytes }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    losses.add('picture-unsupported', nameOf(source))
    return null
  }
}

/** Gives a figure without caption and credit those in its picture's metadata, as the editor does when one is added. */
function withDescription(figure: Figure, { asset, bytes }: IncomingPicture): Figure {
  const [caption, credit] = figure.children
  const isEmpty = [caption, credit].every((line) => blockText(line).trim() === '')
  if (!isEmpty) return { ...figure, asset }
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
 * Finds the pictures of an article: in the store by their hash, in the file itself, or among the files beside it. A
 * figure whose picture is not found keeps its caption and credit.
 * @param storeFolder where pictures are looked for; nothing is written
 */
export function resolvePictures(imported: ImportedArticle, files: FilesBeside, storeFolder: string): ResolvedArticle {
  const losses = new Losses(imported.losses)
  const incoming = new Map<string, IncomingPicture>()
  const resolve = (figure: Figure): Figure => {
    const { asset: own, ...bare } = figure
    // The store's own copy has the hash that the article refers to; an exported one has other metadata, and another
    // hash.
    if (own !== undefined && isAssetSound(storeFolder, own.hash)) return figure
    const source = imported.pictures.get(figure.id)
    if (source === undefined) {
      if (own !== undefined) losses.add('picture-not-here', own.name)
      return bare
    }
    const picture = find(figure, source, files, losses)
    if (picture === null) return bare
    incoming.set(picture.asset.hash, picture)
    // What a figure of ours says is what its picture said, or what a person made of it.
    const isNew = own === undefined && imported.revision === null
    return isNew ? withDescription(figure, picture) : { ...figure, asset: picture.asset }
  }
  const resolveBlock = (block: Block): Block => {
    if (block.type === 'figure') return resolve(block)
    return block.type === 'gallery' ? { ...block, children: block.children.map(resolve) } : block
  }
  const resolved = (article: Article): Article => ({ ...article, document: article.document.map(resolveBlock) })
  const article = resolved(imported.article)
  const proposals = imported.proposals.map((each) => ({ ...each, head: resolved(each.head) }))
  const { midadId, version, revision, modifiedBy, threads, ancestors, base } = imported
  const said = { midadId, version, revision, modifiedBy, threads, ancestors, base, losses: losses.list() }
  return { ...said, article, proposals, incoming: [...incoming.values()] }
}

/** @returns how many figures of an article have a picture. */
export function countPictures({ document }: Article): number {
  return figures(document).filter(({ asset }) => asset !== undefined).length
}
