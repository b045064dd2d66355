import type { Article } from '../article/article.ts'
import type { Asset } from '../article/asset.ts'
import type { Figure } from '../article/block.ts'
import { figures } from '../article/text-nodes.ts'

/** A figure that has a picture. */
export type PictureFigure = Figure & { asset: Asset }

/** @returns the figures of an article that have a picture, in the order of the document. */
export function pictures(article: Article): PictureFigure[] {
  return figures(article.document).filter((block): block is PictureFigure => block.asset !== undefined)
}

/** @returns the pictures of an article, each once, by hash. */
export function pictureAssets(article: Article): Map<string, Asset> {
  return new Map(pictures(article).map(({ asset }) => [asset.hash, asset]))
}
