import type { Article } from '../../../article/article.ts'
import { headText } from '../../../article/plain-text.ts'
import type { House } from '../../edition.ts'
import { mappedSection } from '../../destinations/address.ts'
import { wordpressBlocks } from './blocks.ts'
import { articleMark, articleMedia, withoutPlaces, type WordpressMedia } from './media.ts'
import { wordpressSlug } from './slug.ts'

/** A post as it is to be sent. Where a picture's number and address go, `content` has places: they are not known yet. */
export type WordpressPost = {
  /** A class of the first block, by which the post is known as ours. */
  mark: string
  title: string
  slug: string
  excerpt: string
  content: string
  /** The name of its category; empty for the site's own default. */
  category: string
  tags: string[]
  media: WordpressMedia[]
  /** The picture that stands for the post, by hash. */
  featured: string | null
  /** ISO 8601, UTC: not to be shown before. */
  embargo: string | null
}

/**
 * Makes a post out of an article: WordPress' own blocks, each with the direction and language of its words; nothing in it
 * that is taken away from an author without the right to write any HTML. The kicker, the byline and the dateline open the
 * text, for a stock WordPress has no place for them.
 * @param sections what each section is called there
 * @param digits the house's, in dates; 0-9 unless told otherwise
 */
export function wordpressPost(
  article: Article,
  sections: Readonly<Record<string, string>>,
  digits?: House['digits'],
): WordpressPost {
  const { metadata } = article
  const mark = articleMark(article.id)
  const title = withoutPlaces(headText(article, 'headline').trim())
  const media = articleMedia(article)
  return {
    mark,
    title,
    slug: wordpressSlug(metadata.slug.trim() || title) || mark,
    excerpt: withoutPlaces(headText(article, 'deck').trim()),
    content: wordpressBlocks(article.document, { language: metadata.language, mark, digits }).join('\n\n'),
    category: mappedSection(metadata.section, sections),
    tags: [...new Set(metadata.keywords.map((word) => word.trim()).filter((word) => word !== ''))],
    media,
    featured: media[0]?.hash ?? null,
    embargo: metadata.embargo === null ? null : new Date(metadata.embargo).toISOString(),
  }
}
