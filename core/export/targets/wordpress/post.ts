import type { Article } from '../../../article/article.ts'
import { headText } from '../../../article/plain-text.ts'
import type { House } from '../../edition.ts'
import { headWords } from '../../fields/head-words.ts'
import type { WordpressHtml } from '../../fields/sorts.ts'
import { embargoEnd } from '../../notice.ts'
import { mappedAuthors, mappedSection } from '../../destinations/address.ts'
import type { WordpressConfig } from '../../destinations/wordpress.ts'
import { wordpressBlocks } from './blocks.ts'
import { wordpressField } from './fields.ts'
import { joined } from './markup.ts'
import { articleMark, articleMedia, type WordpressMedia } from './media.ts'
import { wordpressSlug } from './slug.ts'

/** A post to send. `content` has placeholders for the ids and addresses of pictures, which are not known yet. */
export type WordpressPost = {
  /** A class of the first block, by which the post is recognised as ours. */
  mark: string
  title: WordpressHtml
  slug: string
  excerpt: WordpressHtml
  content: WordpressHtml
  /** The name of its category; empty for the site's default. */
  category: string
  tags: string[]
  /** The accounts of its authors; without one it is by the account that sends it. */
  authors?: string[] | undefined
  media: WordpressMedia[]
  /** The hash of the featured image. */
  featured: string | null
  /** When it may be shown, in ISO 8601 and UTC; null for at once. */
  embargo: string | null
}

/**
 * Makes a post from an article: WordPress's own blocks, each with the direction and language of its text. It uses no HTML
 * that WordPress removes for authors without the right to write any. The kicker, the byline and the dateline begin the
 * text, for WordPress has no fields for them.
 * @param sections the name of each section at the site
 * @param digits the house's digits for dates; 0-9 by default
 * @param authors the account of each byline
 */
export function wordpressPost(
  article: Article,
  sections: Readonly<Record<string, string>>,
  digits?: House['digits'],
  authors?: WordpressConfig['authors'],
): WordpressPost {
  const { metadata } = article
  const mark = articleMark(article.id)
  const media = articleMedia(article)
  return {
    mark,
    title: wordpressField('title', headWords(article, 'headline')),
    slug: wordpressSlug(metadata.slug.trim() || headText(article, 'headline')) || mark,
    excerpt: wordpressField('excerpt', headWords(article, 'deck')),
    content: wordpressField(
      'content',
      joined(wordpressBlocks(article.document, { language: metadata.language, mark, digits })),
    ),
    category: mappedSection(metadata.section, sections),
    tags: [...new Set(metadata.keywords.map((word) => word.trim()).filter((word) => word !== ''))],
    authors: mappedAuthors(headText(article, 'byline'), authors),
    media,
    featured: media[0]?.hash ?? null,
    embargo: embargoEnd(metadata),
  }
}
