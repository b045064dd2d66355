import type { Article } from '../../../article/article.ts'
import { countWords } from '../../../article/words.ts'
import { carriesBody } from '../../action.ts'
import { pubStatus, type Edition } from '../../edition.ts'
import { pictureAssets } from '../../figures.ts'
import { articleUrn, imageCid } from '../../identity.ts'
import { embargoEnd } from '../../notice.ts'
import { bodyText } from '../../body-text.ts'
import { mediaTopic, mediaTopicName, mediaTopicUri } from '../../media-topics.ts'
import type { Renditions } from '../../renditions.ts'
import { headWords } from '../../fields/head-words.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { languageDirection } from '../html/context.ts'
import { bodyHtml } from '../html/html.ts'
import { plainBody } from '../text/text.ts'
import { ninjsField } from './fields.ts'
import { compact, statement, type Statement } from './parts.ts'
import { associations } from './pictures.ts'

export type NinjsOptions = {
  readonly edition: Edition
  /** The files of the exported pictures. */
  readonly renditions: Renditions
}

const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
}

function bodies(article: Article, options: NinjsOptions): (Statement & { charCount: number; wordCount: number })[] {
  const assets = pictureAssets(article)
  const images = (hash: string): string | null => {
    const asset = assets.get(hash)
    return asset !== undefined && options.renditions(hash).length > 0 ? imageCid(asset) : null
  }
  const plain = bodyText(article)
  const html = {
    role: 'main',
    contentType: 'text/html',
    value: ninjsField('html', bodyHtml(article, { images, edition: options.edition })),
  }
  return [html, ...statement('plain', ninjsField('plain', plainBody(article)))]
    .filter(({ value }) => value !== '')
    .map((body) => ({ ...body, charCount: body.value.length, wordCount: countWords(plain) }))
}

/** IPTC codes such as `medtop:11000000` become URIs of their vocabulary; a house's own words stay as they are. */
function subjects(article: Article): Record<string, unknown>[] {
  const { mediaTopics, keywords, section, language } = article.metadata
  const topics = mediaTopics.map((code) => {
    const topic = mediaTopic(code)
    if ('word' in topic) return { literal: ninjsField('name', code), rel: 'mediatopic' }
    return compact({
      name: mediaTopicName(code, language),
      uri: mediaTopicUri(topic.digits),
      literal: code,
      rel: 'mediatopic',
    })
  })
  return [
    ...(section === '' ? [] : [{ name: ninjsField('name', section), rel: 'section' }]),
    ...topics,
    ...keywords.map((word) => ({ name: ninjsField('name', word), rel: 'keyword' })),
  ]
}

/** The sources of the text, and the house as its provider, for which ninjs has no other property. */
function infoSources({ metadata }: Article, { house, action }: Edition): Record<string, unknown>[] {
  const sources = carriesBody(action) ? metadata.sources.map((source) => ({ name: ninjsField('name', source) })) : []
  return [
    ...sources,
    ...(house.provider === '' ? [] : [{ name: ninjsField('name', house.provider), role: 'provider' }]),
  ]
}

function content(article: Article, options: NinjsOptions): Record<string, unknown> {
  const { metadata } = article
  const dir = languageDirection(metadata.language)
  return {
    urgency: metadata.urgency,
    embargoedUntil: embargoEnd(metadata),
    by: ninjsField('by', headWords(article, 'byline')),
    located: ninjsField(
      'located',
      metadata.place === '' ? headWords(article, 'dateline') : lineOf(metadata.place, dir),
    ),
    descriptions: [
      ...statement('summary', ninjsField('description', headWords(article, 'deck'))),
      ...statement('seo', ninjsField('description', lineOf(metadata.seoDescription, dir))),
    ],
    bodies: bodies(article, options),
    subjects: subjects(article),
    genres: metadata.kind === '' ? [] : [{ name: ninjsField('name', metadata.kind) }],
    associations: associations(article, options.renditions),
  }
}

/**
 * Writes the article as IPTC ninjs 3.1. Its schema is closed, so there are no properties of our own.
 * @returns a JSON value that is valid against the official schema. It does not depend on the time of the export.
 */
export function articleNinjs(article: Article, options: NinjsOptions): Record<string, unknown> {
  const { metadata } = article
  const { edition } = options
  const { house } = edition
  const dir = languageDirection(metadata.language)
  return compact({
    uri: articleUrn(article.id),
    standard: STANDARD,
    type: 'text',
    representationType: carriesBody(edition.action) ? 'full' : 'partial',
    version: String(edition.version),
    versionCreated: edition.at,
    pubStatus: pubStatus(edition),
    edNote: ninjsField('edNote', lineOf(edition.note, dir)),
    language: metadata.language,
    title: ninjsField('title', headWords(article, 'headline')),
    slugline: ninjsField('slugline', metadata.slug),
    headlines: [
      ...statement('main', ninjsField('headline', headWords(article, 'headline'))),
      ...statement('kicker', ninjsField('headline', headWords(article, 'kicker'))),
      ...(carriesBody(edition.action) ? statement('seo', ninjsField('headline', lineOf(metadata.seoTitle, dir))) : []),
    ],
    infoSources: infoSources(article, edition),
    copyrightHolder: ninjsField('name', house.rightsHolder),
    copyrightNotice: ninjsField('copyrightNotice', lineOf(house.copyrightNotice, dir)),
    usageTerms: ninjsField('usageTerms', lineOf(house.usageTerms, dir)),
    ...(carriesBody(edition.action) ? content(article, options) : {}),
  })
}
