import type { Article } from '../../../article/article.ts'
import type { Direction, Figure } from '../../../article/block.ts'
import { languageDirection } from '../html/context.ts'
import { pictures } from '../../figures.ts'
import { bareWords, joinedWords, lineOf } from '../../fields/plain-words.ts'
import type { WordpressHtml } from '../../fields/sorts.ts'
import { imageName } from '../../identity.ts'
import { wordpressField } from './fields.ts'

/** The fields of a picture in WordPress's media library. */
type MediaFields = Readonly<Record<'title' | 'alt_text' | 'caption' | 'description', WordpressHtml>>

/** A picture for WordPress's media library, with its caption and credit. */
export type WordpressMedia = {
  /** The hash of the picture in the store. */
  hash: string
  /** Unique, so that the picture is found again by it. */
  slug: string
  fileName: string
  mediaType: string
  /** Its words as they are written into the file. */
  alt: string
  caption: string
  credit: string
  /** Its words as the media library keeps them. */
  fields: MediaFields
  /** When it was taken; empty if unknown. */
  date: string
}

/** The edges of a placeholder for a picture's id or address, known only after the upload. The encoder of WordPress's texts removes them. */
const MARK = { open: '\uE0FE', close: '\uE0FF' }

/** @returns the placeholder of a picture's id or address. */
export function mediaPlace(hash: string, what: 'id' | 'url'): string {
  return `${MARK.open}${what}:${hash}${MARK.close}`
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

function fieldsOf({ alt, children: [caption, credit] }: Figure, fileName: string, dir: Direction): MediaFields {
  const words = lineOf(alt.trim(), dir)
  const titles = [words, caption, lineOf(fileName, 'ltr')]
  return {
    title: wordpressField('title', titles.find((each) => bareWords(each).trim() !== '') ?? words),
    alt_text: wordpressField('alt_text', words),
    caption: wordpressField('caption', joinedWords([caption, credit], ' — ')),
    description: wordpressField('description', credit),
  }
}

/** @returns the pictures of an article, each once, with the texts of the first figure that shows it. */
export function articleMedia(article: Article): WordpressMedia[] {
  const media = new Map<string, WordpressMedia>()
  const mark = articleMark(article.id).slice(0, 14)
  for (const figure of pictures(article)) {
    const { asset, alt, date = '' } = figure
    if (media.has(asset.hash)) continue
    const [caption, credit] = figure.children
    // ASCII, for a name in Arabic letters breaks on many servers.
    const fileName = `${mark}-${imageName(asset)}`
    media.set(asset.hash, {
      ...{ hash: asset.hash, fileName, slug: fileName.replace(/\.[a-z]+$/u, ''), mediaType: asset.mediaType, date },
      ...{ alt: alt.trim(), caption: bareWords(caption).trim(), credit: bareWords(credit).trim() },
      fields: fieldsOf(figure, fileName, languageDirection(article.metadata.language)),
    })
  }
  return [...media.values()]
}
