import type { CorrectionComment, ImageObject, NewsArticle, NewsMediaOrganization } from 'schema-dts'
import { objectsOf, type Properties } from '../../fields/object.ts'

/** The names of the properties of a type of schema.org: one that it does not have does not compile. */
type PropertiesOf<T> = Partial<Record<'@context' | keyof Extract<T, { '@type': string }>, Properties[string]>>

/** The properties of the article. schema.org's `Text` is plain text; receivers compare a `name`. */
export const JSONLD_ARTICLE = {
  '@context': 'code',
  '@type': 'code',
  '@id': 'code',
  identifier: 'code',
  version: 'number',
  creativeWorkStatus: 'code',
  inLanguage: 'language',
  mainEntityOfPage: 'object',
  url: 'url',
  datePublished: 'code',
  dateModified: 'code',
  headline: 'text',
  alternativeHeadline: 'text',
  description: 'text',
  abstract: 'text',
  dateline: 'text',
  articleSection: 'name',
  genre: 'name',
  keywords: 'name',
  about: 'object',
  author: 'object',
  contentLocation: 'object',
  publisher: 'object',
  copyrightHolder: 'object',
  copyrightNotice: 'text',
  usageInfo: 'text',
  image: 'object',
  articleBody: 'text',
  wordCount: 'number',
  correction: 'object',
} as const satisfies PropertiesOf<NewsArticle>

/** Of a person, a place, an organisation, a topic or a page. */
export const JSONLD_THING = {
  '@type': 'code',
  '@id': 'code',
  name: 'name',
  url: 'url',
  logo: 'object',
} as const satisfies PropertiesOf<NewsMediaOrganization>

export const JSONLD_IMAGE = {
  '@type': 'code',
  contentUrl: 'url',
  url: 'url',
  encodingFormat: 'code',
  width: 'number',
  height: 'number',
  thumbnail: 'object',
  caption: 'text',
  creditText: 'text',
  description: 'text',
  dateCreated: 'code',
} as const satisfies PropertiesOf<ImageObject>

export const JSONLD_CORRECTION = {
  '@type': 'code',
  name: 'name',
  text: 'text',
  datePublished: 'code',
} as const satisfies PropertiesOf<CorrectionComment>

/** The writers of the objects of JSON-LD. */
export const jsonLd = {
  article: objectsOf(JSONLD_ARTICLE),
  thing: objectsOf(JSONLD_THING),
  image: objectsOf(JSONLD_IMAGE),
  correction: objectsOf(JSONLD_CORRECTION),
}
