import type { Article } from '../../../article/article.ts'
import { blockText } from '../../../article/plain-text.ts'
import { pictures } from '../../figures.ts'
import { imageName } from '../../identity.ts'

/** A picture as WordPress keeps it, beside the words that stand under it in the post. */
export type WordpressMedia = {
  /** Of the picture as it is in the store. */
  hash: string
  /** Unlike any other's, so that it is found again by it. */
  slug: string
  fileName: string
  mediaType: string
  title: string
  alt: string
  caption: string
  credit: string
  /** When it was taken; empty when nobody says. */
  date: string
}

/** What stands in the content where a picture's number and address go once it is there. No text can have it. */
const MARK = { open: '\uE0FE', close: '\uE0FF' }

export function mediaPlace(hash: string, what: 'id' | 'url'): string {
  return `${MARK.open}${what}:${hash}${MARK.close}`
}

/** @returns a text without the signs that places are made of. */
export function withoutPlaces(text: string): string {
  return text.replaceAll(/[\uE0FE\uE0FF]/gu, '')
}

/**
 * Puts the numbers and addresses of pictures into their places.
 * @throws Error when one is not there.
 */
export function fillPlaces(content: string, found: ReadonlyMap<string, { id: number; url: string }>): string {
  return content.replaceAll(/\uE0FE(id|url):([0-9a-f]{64})\uE0FF/gu, (_all, what: 'id' | 'url', hash: string) => {
    const media = found.get(hash)
    if (media === undefined) throw new Error('A picture of the post has not been sent')
    return String(media[what]).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  })
}

/** @returns the letters and digits of an article's id: what marks as ours whatever we send. */
export function articleMark(id: string): string {
  return `midad-${id.toLowerCase().replaceAll(/[^0-9a-z]/gu, '')}`
}

/** @returns the pictures of an article, each once, with the words of the first figure that shows it. */
export function articleMedia(article: Article): WordpressMedia[] {
  const media = new Map<string, WordpressMedia>()
  const mark = articleMark(article.id).slice(0, 14)
  for (const figure of pictures(article)) {
    const { asset, alt, date = '' } = figure
    if (media.has(asset.hash)) continue
    const [caption, credit] = figure.children.map((child) => blockText(child).trim())
    // ASCII, whatever the picture was called: a name in Arabic letters breaks on half of the servers.
    const fileName = `${mark}-${imageName(asset)}`
    media.set(asset.hash, {
      ...{ hash: asset.hash, fileName, slug: fileName.replace(/\.[a-z]+$/u, ''), mediaType: asset.mediaType, date },
      ...{ title: alt.trim() || caption || fileName, alt: alt.trim(), caption: caption ?? '', credit: credit ?? '' },
    })
  }
  return [...media.values()]
}
