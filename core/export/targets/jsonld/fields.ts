import { encoderOf } from '../../fields/encode.ts'

/** The properties that hold words. schema.org's `Text` is plain text. */
export const JSONLD_FIELDS = {
  headline: 'text',
  alternativeHeadline: 'text',
  description: 'text',
  abstract: 'text',
  dateline: 'text',
  articleBody: 'text',
  caption: 'text',
  creditText: 'text',
  text: 'text',
  copyrightNotice: 'text',
  usageInfo: 'text',
  articleSection: 'name',
  genre: 'name',
  keywords: 'name',
  /** Of a person, a place, an organisation or a topic: receivers compare it. */
  name: 'name',
  dateCreated: 'code',
  datePublished: 'code',
  dateModified: 'code',
  url: 'url',
} as const

/** Encodes the properties of the article. */
export const jsonLdField = encoderOf(JSONLD_FIELDS)
