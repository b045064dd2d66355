import type { Article } from '../../../article/article.ts'
import { blockText } from '../../../article/plain-text.ts'
import { pictures } from '../../figures.ts'
import { imageName } from '../../identity.ts'

/** A picture for WordPress's media library, with its caption and credit. */
export type WordpressMedia = {
  /** The hash of the picture in the store. */
  hash: string
  /** Unique, so that the picture is found again by it. */
  slug: string
  fileName: string
  mediaType: string
  title: string
  alt: string
  caption: string
  credit: string
  /** When it was taken; empty if unknown. */
  date: string
}

/** The edges of a placeholder for a picture's id or address, known only after the upload. `withoutPlaces` keeps them out of texts. */
const MARK = { open: '\uE0FE', close: '\uE0FF' }

/** @returns the placeholder of a picture's id or address. */
export function mediaPlace(hash: string, what: 'id' | 'url'): string {
  return `${MARK.open}${what}:${hash}${MARK.close}`
}

/** @returns a text without the characters that delimit placeholders. */
export function withoutPlaces(text: string): string {
  return text.replaceAll(/[\uE0FE\uE0FF]/gu, '')
}

/**
 * Replaces the placeholders with the ids and addresses of pictures.
 * @throws Error if a picture is missing.
 */
export function fillPlaces(content: string, found: ReadonlyMap<string, { id: number; url: string }>): string {
  return content.replaceAll(/\uE0FE(id|url):([0-9a-f]{64})\uE0FF/gu, (_all, what: 'id' | 'url', hash: string) => {
    const media = found.get(hash)
    if (media === undefined) throw new Error('A picture of the post has not been sent')
    return String(media[what]).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  })
}

/** @returns a mark made from the article's id, by which everything we sent is found again. */
export function articleMark(id: string): string {
  return `midad-${id.toLowerCase().replaceAll(/[^0-9a-z]/gu, '')}`
}

/** @returns the pictures of an article, each once, with the texts of the first figure that shows it. */
export function articleMedia(article: Article): WordpressMedia[] {
  const media = new Map<string, WordpressMedia>()
  const mark = articleMark(article.id).slice(0, 14)
  for (const figure of pictures(article)) {
    const { asset, alt, date = '' } = figure
    if (media.has(asset.hash)) continue
    const [caption, credit] = figure.children.map((child) => blockText(child).trim())
    // ASCII, for a name in Arabic letters breaks on many servers.
    const fileName = `${mark}-${imageName(asset)}`
    media.set(asset.hash, {
      ...{ hash: asset.hash, fileName, slug: fileName.replace(/\.[a-z]+$/u, ''), mediaType: asset.mediaType, date },
      ...{ title: alt.trim() || caption || fileName, alt: alt.trim(), caption: caption ?? '', credit: credit ?? '' },
    })
  }
  return [...media.values()]
}
