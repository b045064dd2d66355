import { stringify, type ScalarTag } from 'yaml'
import type { Article } from '../../../article/article.ts'
import { pubStatus, type Edition } from '../../edition.ts'
import { headWords } from '../../fields/head-words.ts'
import { lineOf } from '../../fields/plain-words.ts'
import type { Encoded, Sort } from '../../fields/sorts.ts'
import { articleUrn } from '../../identity.ts'
import { languageDirection } from '../html/context.ts'
import { markdownField } from './fields.ts'

/** A text is in the encoding of its field. */
type Value = Encoded<Sort> | number | null | readonly Encoded<Sort>[]

/** Lists are written as JSON, which is YAML too (YAML 1.2, 1.3). The library would add a space after each comma. */
const JSON_LIST: ScalarTag = {
  tag: 'tag:yaml.org,2002:seq',
  default: true,
  identify: Array.isArray,
  resolve: (text) => text,
  stringify: ({ value }) => JSON.stringify(value),
}

/** The characters that YAML requires to be escaped and JSON does not. */
const UNPRINTABLE = /[\u007F-\u009F\u2028\u2029\uFEFF]/gu

/** @returns a YAML mapping. Every text is in quotes, so that none is read as a number or a date. */
function yamlOf(fields: Readonly<Record<string, Value>>): string {
  return stringify(fields, {
    aliasDuplicateObjects: false,
    customTags: [JSON_LIST],
    defaultKeyType: 'PLAIN',
    defaultStringType: 'QUOTE_DOUBLE',
    doubleQuotedAsJSON: true,
    lineWidth: 0,
  }).replaceAll(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** @returns the YAML head between two lines of hyphens. Empty fields are left out. */
export function frontMatter(article: Article, edition: Edition): string {
  const { metadata } = article
  const dir = languageDirection(metadata.language)
  const fields: Record<string, Value> = {
    title: markdownField('title', headWords(article, 'headline')),
    id: markdownField('id', articleUrn(article.id)),
    version: edition.version,
    status: markdownField('status', pubStatus(edition)),
    language: markdownField('language', metadata.language),
    dir: markdownField('dir', dir),
    kind: markdownField('kind', metadata.kind),
    slug: markdownField('slug', metadata.slug),
    section: markdownField('section', metadata.section),
    keywords: metadata.keywords.map((word) => markdownField('keywords', word)),
    mediaTopics: metadata.mediaTopics.map((topic) => markdownField('mediaTopics', topic)),
    urgency: metadata.urgency,
    embargo: markdownField('embargo', metadata.embargo ?? ''),
    place: markdownField('place', metadata.place),
    sources: metadata.sources.map((source) => markdownField('sources', source)),
    seoTitle: markdownField('seoTitle', lineOf(metadata.seoTitle, dir)),
    seoDescription: markdownField('seoDescription', lineOf(metadata.seoDescription, dir)),
    provider: markdownField('provider', edition.house.provider),
    copyright: markdownField('copyright', lineOf(edition.house.copyrightNotice, dir)),
  }
  const given = Object.entries(fields).filter(
    ([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return `---\n${yamlOf(Object.fromEntries(given))}---\n`
}
