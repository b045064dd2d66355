import type { Article } from '../../../article/article.ts'
import type { Asset } from '../../../article/asset.ts'
import { blockText, headText } from '../../../article/plain-text.ts'
import { countWords } from '../../../article/words.ts'
import { pictures } from '../../figures.ts'
import { carriesBody } from '../../action.ts'
import { pubStatus, STATUS_WORDS, type Edition, type House } from '../../edition.ts'
import { embargoOf } from '../../notice.ts'
import { articleUrn } from '../../identity.ts'
import { bodyText } from '../../body-text.ts'
import { mediaTopic, mediaTopicName, mediaTopicUri } from '../../media-topics.ts'
import { correctionHead } from '../../correction-head.ts'
import { headWords } from '../../fields/head-words.ts'
import type { JsonObject, Values } from '../../fields/object.ts'
import { lineOf } from '../../fields/plain-words.ts'
import type { Rendition, Renditions } from '../../renditions.ts'
import { fileAddress, isWebAddress, pageAddress, siteOf } from '../../site.ts'
import type { Words } from '../../walk/words.ts'
import { languageDirection } from '../html/context.ts'
import { plainBody } from '../text/text.ts'
import { jsonLd, type JSONLD_ARTICLE } from './fields.ts'

/** Gives the address of a picture file in the JSON-LD. */
type ImageUrl = (asset: Asset, rendition: Rendition['name']) => string

type JsonLdOptions = { images: ImageUrl; renditions: Renditions; edition: Edition }

/** The properties of the article. */
type ArticleValues = Values<typeof JSONLD_ARTICLE>

function imageObjects(article: Article, { images, renditions, edition }: JsonLdOptions): JsonObject[] {
  return pictures(article).flatMap(({ asset, alt, dir, date, children: [caption, credit] }) => {
    const file = ({ name, width, height }: Rendition) => ({
      '@type': 'ImageObject',
      contentUrl: images(asset, name),
      url: fileAddress(images(asset, name), edition.house),
      encodingFormat: asset.mediaType,
      width,
      height,
    })
    const [original, ...smaller] = renditions(asset.hash)
    if (original === undefined) return []
    return [
      jsonLd.image({
        ...file(original),
        thumbnail: smaller.map((each) => jsonLd.image(file(each))),
        caption,
        creditText: credit,
        description: lineOf(alt, dir),
        dateCreated: date,
      }),
    ]
  })
}

function corrections(article: Article): JsonObject[] {
  return article.document.flatMap((block) => {
    if (block.type !== 'correction' || blockText(block).trim() === '') return []
    const name = correctionHead(block, article.metadata.language)
    return [jsonLd.correction({ '@type': 'CorrectionComment', name, text: block, datePublished: block.date })]
  })
}

const named = (type: string, name: string): JsonObject[] =>
  name.trim() === '' ? [] : [jsonLd.thing({ '@type': type, name })]

/** Author, place and subjects, which a withdrawn or killed article does not have. */
function descriptive(article: Article): ArticleValues {
  const { section, keywords, place, kind, mediaTopics, language } = article.metadata
  const about = mediaTopics.map((code) => {
    const topic = mediaTopic(code)
    if ('word' in topic) return jsonLd.thing({ '@type': 'Thing', name: code })
    return jsonLd.thing({ '@type': 'Thing', '@id': mediaTopicUri(topic.digits), name: mediaTopicName(code, language) })
  })
  return {
    dateline: headWords(article, 'dateline'),
    articleSection: section,
    genre: kind,
    abstract: headWords(article, 'deck'),
    about,
    author: named('Person', headText(article, 'byline')),
    keywords,
    contentLocation: named('Place', place)[0],
  }
}

/**
 * The time of publication is the end of the embargo, else when the article first left the house: nobody knows better
 * before the CMS does. A draft has none.
 */
function dates(article: Article, edition: Edition): ArticleValues {
  if (!carriesBody(edition.action)) return {}
  const published = embargoOf(article, edition) ?? (edition.draft ? null : (edition.firstAt ?? edition.at))
  // Nothing is changed before it is published.
  const modified = published !== null && published > edition.at ? published : edition.at
  return { datePublished: published, dateModified: modified }
}

function publisher(house: House): JsonObject | null {
  const { provider, logo = '' } = house
  if (provider === '') return null
  const image = isWebAddress(logo) ? jsonLd.image({ '@type': 'ImageObject', url: logo }) : null
  return jsonLd.thing({ '@type': 'NewsMediaOrganization', name: provider, url: siteOf(house), logo: image })
}

/** The body, and what describes it. */
function content(article: Article, options: JsonLdOptions): ArticleValues {
  const { language, seoTitle, seoDescription } = article.metadata
  const line = (text: string): Words => lineOf(text, languageDirection(language))
  return {
    alternativeHeadline: line(seoTitle),
    description: seoDescription === '' ? headWords(article, 'deck') : line(seoDescription),
    ...descriptive(article),
    image: imageObjects(article, options),
    articleBody: plainBody(article),
    wordCount: countWords(bodyText(article)),
    correction: corrections(article),
  }
}

/**
 * Describes the article as a schema.org NewsArticle, for search engines.
 * @returns a JSON-LD value. Until the address of its page is known, there is a name in its place, which the CMS replaces.
 */
export function articleJsonLd(article: Article, options: JsonLdOptions): JsonObject {
  const { metadata } = article
  const { edition } = options
  const { house } = edition
  const page = pageAddress(article, edition)
  const line = (text: string): Words => lineOf(text, languageDirection(metadata.language))
  return jsonLd.article({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': articleUrn(article.id),
    identifier: article.id,
    version: edition.version,
    creativeWorkStatus: STATUS_WORDS[pubStatus(edition)],
    inLanguage: metadata.language,
    mainEntityOfPage: jsonLd.thing({ '@type': 'WebPage', '@id': page ?? `${articleUrn(article.id)}#page` }),
    url: page,
    ...dates(article, edition),
    headline: headWords(article, 'headline'),
    publisher: publisher(house),
    copyrightHolder: named('Organization', house.rightsHolder)[0],
    copyrightNotice: line(house.copyrightNotice),
    usageInfo: line(house.usageTerms),
    ...(carriesBody(edition.action) ? content(article, options) : {}),
  })
}
