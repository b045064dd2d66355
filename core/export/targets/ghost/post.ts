import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Article } from '../../../article/article.ts'
import type { Block } from '../../../article/block.ts'
import { sha256Hex } from '../../../article/canonical.ts'
import { headText } from '../../../article/plain-text.ts'
import type { Edition } from '../../edition.ts'
import { embargoEnd } from '../../notice.ts'
import { mappedAuthors, mappedSection } from '../../destinations/address.ts'
import type { GhostConfig } from '../../destinations/ghost.ts'
import { imageCid } from '../../identity.ts'
import { pictureAssets, pictures as pictureFigures } from '../../figures.ts'
import { headWords } from '../../fields/head-words.ts'
import { htmlText } from '../../fields/html-text.ts'
import { bareWords, joinedWords, lineOf } from '../../fields/plain-words.ts'
import type { Encoded, Html, PlainText } from '../../fields/sorts.ts'
import type { Words } from '../../walk/words.ts'
import { bodyHtml } from '../html/html.ts'
import { languageDirection } from '../html/context.ts'
import { ghostField } from './fields.ts'
import { articleMark, articleMedia, type WordpressMedia } from '../wordpress/media.ts'

/** A picture to send to Ghost. `place` is its placeholder in the HTML, which its address replaces. */
export type GhostPicture = Pick<
  WordpressMedia,
  'hash' | 'fileName' | 'mediaType' | 'alt' | 'caption' | 'credit' | 'date'
> & {
  place: string
}

/** A post to send to Ghost. */
export type GhostPost = {
  /** A private tag, hidden from readers, by which the post is found again. */
  mark: string
  title: PlainText
  slug: string
  /** If empty, Ghost makes one from the text. */
  excerpt: PlainText
  html: Html
  tags: Encoded<'name'>[]
  /** The accounts of its authors, by mail address or slug. Without one, Ghost takes the owner. */
  authors?: string[] | undefined
  pictures: GhostPicture[]
  featured: { hash: string; alt: PlainText; caption: Html } | null
  metaTitle: PlainText
  metaDescription: PlainText
  /** When it may be shown, in ISO 8601 and UTC; null for at once. */
  embargo: string | null
}

/** Ghost's limits, in characters. */
const LIMITS = {
  ...{ title: 255, custom_excerpt: 300, feature_image_alt: 191, meta_title: 300, meta_description: 500 },
  ...{ tag: 191, slug: 185 },
}

/** Cuts at the end of a word and marks the cut with an ellipsis. */
function cut(text: string, limit: number): string {
  const letters = Array.from(text.trim())
  if (letters.length <= limit) return letters.join('')
  const head = letters.slice(0, limit - 1).join('')
  const end = head.lastIndexOf(' ')
  return `${end > 0 ? head.slice(0, end) : head}…`
}

/** @returns a line that fits a field with its isolate characters, which count too. */
function fitting(
  field: 'title' | 'custom_excerpt' | 'feature_image_alt' | 'meta_title' | 'meta_description',
  words: Words,
): PlainText {
  const limit = LIMITS[field]
  const whole = ghostField(field, words)
  let room = limit
  let text = whole
  // Each turn leaves out as many characters as were too many, so that few are needed.
  while (Array.from(text).length > limit) {
    text = ghostField(field, lineOf(cut(bareWords(words), room), words.dir))
    room -= Math.max(1, Array.from(text).length - limit)
  }
  return text
}

/** Ghost would transliterate other letters, so the slug is made here: of Latin letters, or from the id. */
function slugOf(article: Article): string {
  const slug = article.metadata.slug
    .toLowerCase()
    .replaceAll(/[^0-9a-z]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
  const isWhole = /^[\p{ASCII}]*$/u.test(article.metadata.slug)
  const short = sha256Hex(utf8ToBytes(article.id)).slice(0, 8)
  return isWhole && slug !== '' ? slug.slice(0, LIMITS.slug) : `article-${short}`
}

/** Lines of the head for which Ghost has no field begin the text. */
function bodyOf(article: Article): Block[] {
  return article.document.flatMap((block): Block[] => {
    if (block.type === 'headline' || block.type === 'deck') return []
    const isLine = block.type === 'kicker' || block.type === 'byline' || block.type === 'dateline'
    return [isLine ? { ...block, type: 'paragraph' } : block]
  })
}

/** Ghost shows the featured picture above the text, so the text goes on without it. */
function withoutFeatured(blocks: readonly Block[], hash: string | undefined): Block[] {
  const holds = (block: Block): boolean =>
    (block.type === 'figure' && block.asset?.hash === hash) ||
    (block.type === 'gallery' && block.children.some(({ asset }) => asset?.hash === hash))
  const at = hash === undefined ? -1 : blocks.findIndex(holds)
  return blocks.flatMap((block, index): Block[] => {
    if (index !== at) return [block]
    if (block.type !== 'gallery') return []
    const first = block.children.findIndex(({ asset }) => asset?.hash === hash)
    const others = block.children.filter((_figure, each) => each !== first)
    return others.length === 0 ? [] : [{ ...block, children: others }]
  })
}

type GhostNames = Pick<GhostConfig, 'sections' | 'authors'>

/**
 * Makes a Ghost post from an article. The text is one HTML card, for Ghost's paragraphs have no direction or language.
 * Each block says its own, and stands in the card without a wrapper: themes space what is right under the text.
 * @param names the tag of each section, which goes first, for Ghost shows the first tag; and the account of each byline
 * @param edition gives the digits of dates
 */
export function ghostPost(article: Article, { sections, authors }: GhostNames, edition: Edition): GhostPost {
  const { metadata } = article
  const assets = pictureAssets(article)
  const place = (hash: string): string => {
    const asset = assets.get(hash)
    return asset === undefined ? '' : imageCid(asset)
  }
  const pictures = articleMedia(article).map((media) => ({ ...media, place: place(media.hash) }))
  const [first] = pictureFigures(article)
  const document = withoutFeatured(bodyOf(article), first?.asset.hash)
  const dir = languageDirection(metadata.language)
  const mark = articleMark(article.id)
  const words = [mappedSection(metadata.section, sections), ...metadata.keywords]
  // Ghost hides a tag that begins with `#` from readers.
  const tags = words
    .map((word) => ghostField('tag', cut(word.replace(/^#+/u, ''), LIMITS.tag)))
    .filter((word) => word !== '')
  return {
    mark,
    title: fitting('title', headWords(article, 'headline')),
    slug: slugOf(article),
    excerpt: fitting('custom_excerpt', headWords(article, 'deck')),
    html: bodyHtml({ ...article, document }, { images: place, edition }),
    tags: [...new Set(tags)],
    authors: mappedAuthors(headText(article, 'byline'), authors),
    pictures: pictures.map(({ hash, fileName, mediaType, alt, caption, credit, date, place: at }) => ({
      ...{ hash, fileName, mediaType, alt, caption, credit, date, place: at },
    })),
    featured:
      first === undefined
        ? null
        : {
            hash: first.asset.hash,
            alt: fitting('feature_image_alt', lineOf(first.alt, dir)),
            caption: ghostField('feature_image_caption', joinedWords(first.children, ' — ')),
          },
    metaTitle: fitting('meta_title', lineOf(metadata.seoTitle, dir)),
    metaDescription: fitting('meta_description', lineOf(metadata.seoDescription, dir)),
    embargo: embargoEnd(metadata),
  }
}

/** Replaces the placeholders of pictures with their addresses. @throws Error if an address is missing. */
export function fillGhostPlaces({ html, pictures }: GhostPost, urls: Readonly<Record<string, string>>): string {
  return pictures.reduce<string>((filled, { hash, place }) => {
    const url = urls[hash]
    if (url === undefined) throw new Error('A picture of the post has not been sent')
    // A function: in a string, `$` would stand for a part of the text.
    return filled.replaceAll(`src="${place}"`, () => `src="${htmlText(ghostField('src', url))}"`)
  }, html)
}
