import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Article } from '../../../article/article.ts'
import type { Block } from '../../../article/block.ts'
import { sha256Hex } from '../../../article/canonical.ts'
import { headText } from '../../../article/plain-text.ts'
import type { Edition } from '../../edition.ts'
import { embargoEnd } from '../../notice.ts'
import { mappedSection } from '../../destinations/address.ts'
import { imageCid } from '../../identity.ts'
import { pictureAssets } from '../../figures.ts'
import { bodyHtml } from '../html/html.ts'
import { languageDirection } from '../html/context.ts'
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
  title: string
  slug: string
  /** If empty, Ghost makes one from the text. */
  excerpt: string
  html: string
  tags: string[]
  pictures: GhostPicture[]
  featured: { hash: string; alt: string; caption: string } | null
  metaTitle: string
  metaDescription: string
  /** When it may be shown, in ISO 8601 and UTC; null for at once. */
  embargo: string | null
}

/** Ghost's limits, in characters. */
const LIMITS = { title: 255, excerpt: 300, alt: 191, tag: 191, slug: 185, metaTitle: 300, metaDescription: 500 }

/** Cuts at the end of a word and marks the cut with an ellipsis. */
function fitting(text: string, limit: number): string {
  const letters = Array.from(text.trim())
  if (letters.length <= limit) return letters.join('')
  const head = letters.slice(0, limit - 1).join('')
  const end = head.lastIndexOf(' ')
  return `${end > 0 ? head.slice(0, end) : head}…`
}

/** Ghost would transliterate other letters, so the slug is made here: of Latin letters, or from the id. */
function slugOf(article: Article): string {
  const slug = article.metadata.slug
    .toLowerCase()
    .replaceAll(/[^0-9a-z]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
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

/**
 * Makes a Ghost post from an article. The text is one HTML card, for Ghost's paragraphs have no direction or language.
 * @param sections the tag of each section; it goes first, for Ghost shows the first tag
 * @param edition gives the digits of dates
 */
export function ghostPost(article: Article, sections: Readonly<Record<string, string>>, edition: Edition): GhostPost {
  const { metadata } = article
  const assets = pictureAssets(article)
  const place = (hash: string): string => {
    const asset = assets.get(hash)
    return asset === undefined ? '' : imageCid(asset)
  }
  const body = bodyHtml({ ...article, document: bodyOf(article) }, { images: place, edition })
  const pictures = articleMedia(article).map((media) => ({ ...media, place: place(media.hash) }))
  const [first] = pictures
  const mark = articleMark(article.id)
  const words = [mappedSection(metadata.section, sections), ...metadata.keywords]
  const tags = words.map((word) => fitting(word.replace(/^#+/u, ''), LIMITS.tag)).filter((word) => word !== '')
  return {
    mark,
    title: fitting(headText(article, 'headline'), LIMITS.title),
    slug: slugOf(article),
    excerpt: fitting(headText(article, 'deck'), LIMITS.excerpt),
    html: `<div dir="${languageDirection(metadata.language)}" lang="${encodeURI(metadata.language)}">\n${body}\n</div>`,
    tags: [...new Set(tags)],
    pictures: pictures.map(({ hash, fileName, mediaType, alt, caption, credit, date, place: at }) => ({
      ...{ hash, fileName, mediaType, alt, caption, credit, date, place: at },
    })),
    featured:
      first === undefined
        ? null
        : {
            hash: first.hash,
            alt: fitting(first.alt, LIMITS.alt),
            caption: [first.caption, first.credit].filter((text) => text !== '').join(' — '),
          },
    metaTitle: fitting(metadata.seoTitle, LIMITS.metaTitle),
    metaDescription: fitting(metadata.seoDescription, LIMITS.metaDescription),
    embargo: embargoEnd(metadata),
  }
}

/** Replaces the placeholders of pictures with their addresses. @throws Error if an address is missing. */
export function fillGhostPlaces({ html, pictures }: GhostPost, urls: Readonly<Record<string, string>>): string {
  return pictures.reduce((filled, { hash, place }) => {
    const url = urls[hash]
    if (url === undefined) throw new Error('A picture of the post has not been sent')
    return filled.replaceAll(`src="${place}"`, `src="${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
  }, html)
}
