import type { Article } from '#core/article/article.ts'
import type { Asset } from '#core/article/asset.ts'
import type { Block, Figure } from '#core/article/block.ts'
import { figures } from '#core/article/text-nodes.ts'
import { isAssetSound, readAsset } from '#electron/files/asset-files.ts'
import type { Incoming } from '../parsing/read-incoming.ts'
import { describePicture } from '../pictures/outgoing-pictures.ts'
import type { ImportContext } from './incoming.ts'

/** Any words: two pictures that say the same differ by their image alone. */
const SAME = { caption: 'x', credit: 'x', alt: 'x', date: '2000-01-01' }

/**
 * Gives the figures of an article that comes in the pictures of the version here, where they are the same pictures. An
 * export writes captions into the files, so that a picture which went to another store and back has another hash.
 * @param known the version here
 */
export async function withKnownPictures(
  incoming: Incoming,
  known: Article,
  { store, parse }: Pick<ImportContext, 'store' | 'parse'>,
): Promise<Incoming> {
  const here = new Map(figures(known.document).map(({ id, asset }) => [id, asset]))
  const bytesOf = new Map(incoming.incoming.map(({ asset, bytes }) => [asset.hash, bytes]))
  const same = new Map<string, Asset>()
  for (const { id, asset } of figures(incoming.article.document)) {
    const own = here.get(id)
    const bytes = asset === undefined ? undefined : bytesOf.get(asset.hash)
    if (own === undefined || bytes === undefined || !isAssetSound(store.folder, own.hash)) continue
    // One at a time: each fills a worker.
    /* oxlint-disable no-await-in-loop */
    const [one, other] = [
      await describePicture(bytes, SAME, parse),
      await describePicture(readAsset(store.folder, own.hash), SAME, parse),
    ]
    /* oxlint-enable no-await-in-loop */
    if (Buffer.compare(one.bytes, other.bytes) === 0) same.set(id, own)
  }
  if (same.size === 0) return incoming
  const turn = (figure: Figure): Figure => {
    const asset = same.get(figure.id)
    return asset === undefined ? figure : { ...figure, asset }
  }
  const turnBlock = (block: Block): Block => {
    if (block.type === 'figure') return turn(block)
    return block.type === 'gallery' ? { ...block, children: block.children.map(turn) } : block
  }
  const article = { ...incoming.article, document: incoming.article.document.map(turnBlock) }
  const used = new Set(figures(article.document).map(({ asset }) => asset?.hash))
  return { ...incoming, article, incoming: incoming.incoming.filter(({ asset }) => used.has(asset.hash)) }
}
