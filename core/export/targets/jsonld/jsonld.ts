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
import { lineOf } from '../../fields/plain-words.ts'
import type { Given } from '../../fields/sorts.ts'
import type { Rendition, Renditions } from '../../renditions.ts'
import type { Words } from '../../walk/words.ts'
import { languageDirection } from '../html/context.ts'
import { plainBody } from '../text/text.ts'
import { JSONLD_FIELDS, jsonLdField } from './fields.ts'

/** Gives the address of a picture file in the JSON-LD. */
type ImageUrl = (asset: Asset, rendition: Rendition['name']) => string

type JsonLdOptions = { images: ImageUrl; renditions: Renditions; edition: Edition }
type JsonLd = Record<string, unknown>

/** @returns a property, or none for an empty value, as schema.org wants it. */
function given<F extends keyof typeof JSONLD_FIELDS>(name: F, value: Given[(typeof JSONLD_FIELDS)[F]]): JsonLd {
  const text = jsonLdField(name, value)
  return text === '' ? {} : { [name]: text }
}

function imageObjects(article: Article, { images, renditions }: JsonLdOptions): JsonLd[] {
  return pictures(article).flatMap(({ asset, alt, dir, date, children: [caption, credit] }) => {
    const file = ({ name, width, height }: Rendition): JsonLd => ({
      '@type': 'ImageObject',
      contentUrl: images(asset, name),
      url: images(asset, name),
      encodingFormat: asset.mediaType,
      width,
      height,
    })
    const [original, ...smaller] = renditions(asset.hash)
    if (original === undefined) return []
    return [
      {
        ...file(original),
        ...(smaller.length === 0 ? {} : { thumbnail: smaller.map(file) }),
        ...given('caption', caption),
        ...given('creditText', credit),
        ...given('description', lineOf(alt, dir)),
        ...given('dateCreated', date ?? ''),
      },
    ]
  })
}

function corrections(article: Article, carried: boolean): JsonLd {
  const all = article.document.flatMap((block) => {
    if (block.type !== 'correction' || blockText(block).trim() === '') return []
    const { language } = article.metadata
    return [
      {
        '@type': 'CorrectionComment',
        ...given('name', correctionHead(block, language)),
        ...given('text', block),
        ...given('datePublished', block.date ?? ''),
      },
    ]
  })
  return all.length === 0 || !carried ? {} : { correction: all }
}

/** Author, place and subjects, which a withdrawn or killed article does not have. */
function descriptive(article: Article): JsonLd {
  const { section, keywords, place, kind, mediaTopics, language } = article.metadata
  const about = mediaTopics.map((code) => {
    const topic = mediaTopic(code)
    if ('word' in topic) return { '@type': 'Thing', ...given('name', code) }
    return { '@type': 'Thing', '@id': mediaTopicUri(topic.digits), ...given('name', mediaTopicName(code, language)) }
  })
  const byline = headText(article, 'byline').trim()
  return {
    ...given('dateline', headWords(article, 'dateline')),
    ...given('articleSection', section),
    ...given('genre', kind),
    ...given('abstract', headWords(article, 'deck')),
    ...(about.length === 0 ? {} : { about }),
    ...(byline === '' ? {} : { author: [{ '@type': 'Person', ...given('name', byline) }] }),
    ...(keywords.length === 0 ? {} : { keywords: keywords.map((word) => jsonLdField('keywords', word)) }),
    ...(place.trim() === '' ? {} : { contentLocation: { '@type': 'Place', ...given('name', place) } }),
  }
}

/**
 * The time of publication is the end of the embargo, else when the article first left the house: nobody knows better
 * before the CMS does. A draft has none.
 */
function dates(article: Article, edition: Edition): JsonLd {
  if (!carriesBody(edition.action)) return {}
  const published = embargoOf(article, edition) ?? (edition.draft ? null : (edition.firstAt ?? edition.at))
  // Nothing is changed before it is published.
  const modified = published !== null && published > edition.at ? published : edition.at
  return { ...given('datePublished', published ?? ''), ...given('dateModified', modified) }
}

const WEB = /^https?:\/\//iu

function publisher({ provider, logo = '' }: House): JsonLd {
  if (provider === '') return {}
  const image = WEB.test(logo) ? { logo: { '@type': 'ImageObject', ...given('url', logo) } } : {}
  return { publisher: { '@type': 'NewsMediaOrganization', ...given('name', provider), ...image } }
}

/**
 * Describes the article as a schema.org NewsArticle, for search engines.
 * @returns a JSON-LD value. Until a site has told the address of its page, there is a name in its place, which the CMS
 *   replaces.
 */
export function articleJsonLd(article: Article, options: JsonLdOptions): JsonLd {
  const { metadata } = article
  const { edition } = options
  const { house } = edition
  const carried = carriesBody(edition.action)
  const line = (text: string): Words => lineOf(text, languageDirection(metadata.language))
  const image = carried ? imageObjects(article, options) : []
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': articleUrn(article.id),
    identifier: article.id,
    version: edition.version,
    creativeWorkStatus: STATUS_WORDS[pubStatus(edition)],
    inLanguage: metadata.language,
    mainEntityOfPage: { '@type': 'WebPage', '@id': edition.page ?? `${articleUrn(article.id)}#page` },
    ...dates(article, edition),
    ...given('headline', headWords(article, 'headline')),
    ...given('alternativeHeadline', line(carried ? metadata.seoTitle : '')),
    ...(carried
      ? given(
          'description',
          metadata.seoDescription === '' ? headWords(article, 'deck') : line(metadata.seoDescription),
        )
      : {}),
    ...(carried ? descriptive(article) : {}),
    ...publisher(house),
    ...(house.rightsHolder === ''
      ? {}
      : { copyrightHolder: { '@type': 'Organization', ...given('name', house.rightsHolder) } }),
    ...given('copyrightNotice', line(house.copyrightNotice)),
    ...given('usageInfo', line(house.usageTerms)),
    ...(image.length === 0 ? {} : { image }),
    ...(carried
      ? { articleBody: jsonLdField('articleBody', plainBody(article)), wordCount: countWords(bodyText(article)) }
      : {}),
    ...corrections(article, carried),
  }
}
