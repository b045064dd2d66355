import { objectsOf } from '../../fields/object.ts'

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
} as const

/** Of a person, a place, an organisation, a topic or a page. */
export const JSONLD_THING = { '@type': 'code', '@id': 'code', name: 'name', logo: 'object' } as const

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
} as const

export const JSONLD_CORRECTION = { '@type': 'code', name: 'name', text: 'text', datePublished: 'code' } as const

/** The writers of the objects of JSON-LD. */
export const jsonLd = {
  article: objectsOf(JSONLD_ARTICLE),
  thing: objectsOf(JSONLD_THING),
  image: objectsOf(JSONLD_IMAGE),
  correction: objectsOf(JSONLD_CORRECTION),
}
