import type { Article } from '../../../article/article.ts'
import { blockText, headText } from '../../../article/plain-text.ts'
import { countWords } from '../../../article/words.ts'
import { pictures } from '../../figures.ts'
import { articleUrn } from '../../identity.ts'
import { bodyText } from '../../plain.ts'

/** Where a picture lies for whoever reads the JSON-LD; null: it does not travel. */
type ImageUrl = (hash: string) => string | null
type JsonLd = Record<string, unknown>

/** schema.org wants a property left out when nothing is known. */
function given(name: string, value: string): JsonLd {
  return value.trim() === '' ? {} : { [name]: value.trim() }
}

function imageObjects(article: Article, images: ImageUrl): JsonLd[] {
  return pictures(article).flatMap(({ asset, alt, children: [caption, credit] }) => {
    const contentUrl = images(asset.hash)
    if (contentUrl === null) return []
    return [
      {
        '@type': 'ImageObject',
        contentUrl,
        encodingFormat: asset.mediaType,
        width: asset.width,
        height: asset.height,
        ...given('caption', blockText(caption)),
        ...given('creditText', blockText(credit)),
        ...given('description', alt),
      },
    ]
  })
}

/**
 * The article as a schema.org NewsArticle, for search engines.
 * @returns a JSON-LD value; dates are the CMS's to add, for only it knows when it published.
 */
export function articleJsonLd(article: Article, options: { images: ImageUrl; version: number }): JsonLd {
  const { metadata } = article
  const body = bodyText(article)
  const image = imageObjects(article, options.images)
  const byline = headText(article, 'byline').trim()
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': articleUrn(article.id),
    identifier: article.id,
    version: options.version,
    inLanguage: metadata.language,
    ...given('headline', headText(article, 'headline')),
    ...given('alternativeHeadline', metadata.seoTitle),
    ...given('description', metadata.seoDescription || headText(article, 'deck')),
    ...given('dateline', headText(article, 'dateline')),
    ...given('articleSection', metadata.section),
    ...(byline === '' ? {} : { author: [{ '@type': 'Person', name: byline }] }),
    ...(metadata.keywords.length === 0 ? {} : { keywords: metadata.keywords }),
    ...(metadata.place.trim() === '' ? {} : { contentLocation: { '@type': 'Place', name: metadata.place.trim() } }),
    ...(image.length === 0 ? {} : { image }),
    articleBody: body,
    wordCount: countWords(body),
  }
}
