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
import type { JsonObject, Values } from '../../fields/object.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { languageDirection } from '../html/context.ts'
import { bodyHtml } from '../html/html.ts'
import { plainBody } from '../text/text.ts'
import { ninjs, type NINJS_ITEM } from './fields.ts'
import { statement } from './parts.ts'
import { associations } from './pictures.ts'

export type NinjsOptions = {
  readonly edition: Edition
  /** The files of the exported pictures. */
  readonly renditions: Renditions
}

const STANDARD = ninjs.standard({
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
})

function bodies(article: Article, options: NinjsOptions): JsonObject[] {
  const assets = pictureAssets(article)
  const images = (hash: string): string | null => {
    const asset = assets.get(hash)
    return asset !== undefined && options.renditions(hash).length > 0 ? imageCid(asset) : null
  }
  const wordCount = countWords(bodyText(article))
  const html = bodyHtml(article, { images, edition: options.edition })
  const plain = plainBody(article)
  const written = [
    ninjs.html({ role: 'main', contentType: 'text/html', value: html, charCount: html.length, wordCount }),
    ninjs.plain({ role: 'plain', contentType: 'text/plain', value: plain, charCount: plain.length, wordCount }),
  ]
  return written.filter((body) => 'value' in body)
}

/** IPTC codes such as `medtop:11000000` become URIs of their vocabulary; a house's own words stay as they are. */
function subjects(article: Article): JsonObject[] {
  const { mediaTopics, keywords, section, language } = article.metadata
  const topics = mediaTopics.map((code) => {
    const topic = mediaTopic(code)
    if ('word' in topic) return ninjs.named({ literal: code, rel: 'mediatopic' })
    return ninjs.named({
      name: mediaTopicName(code, language),
      uri: mediaTopicUri(topic.digits),
      literal: code,
      rel: 'mediatopic',
    })
  })
  return [
    ...(section === '' ? [] : [ninjs.named({ name: section, rel: 'section' })]),
    ...topics,
    ...keywords.map((name) => ninjs.named({ name, rel: 'keyword' })),
  ]
}

/** The sources of the text, and the house as its provider, for which ninjs has no other property. */
function infoSources({ metadata }: Article, { house, action }: Edition): JsonObject[] {
  const sources = carriesBody(action) ? metadata.sources.map((name) => ninjs.named({ name })) : []
  return [...sources, ...(house.provider === '' ? [] : [ninjs.named({ name: house.provider, role: 'provider' })])]
}

function content(article: Article, options: NinjsOptions): Values<typeof NINJS_ITEM> {
  const { metadata } = article
  const dir = languageDirection(metadata.language)
  return {
    urgency: metadata.urgency,
    embargoedUntil: embargoEnd(metadata),
    by: headWords(article, 'byline'),
    located: metadata.place === '' ? headWords(article, 'dateline') : lineOf(metadata.place, dir),
    descriptions: [
      ...statement('summary', headWords(article, 'deck')),
      ...statement('seo', lineOf(metadata.seoDescription, dir)),
    ],
    bodies: bodies(article, options),
    subjects: subjects(article),
    genres: metadata.kind === '' ? [] : [ninjs.named({ name: metadata.kind })],
    associations: associations(article, options.renditions),
  }
}

/**
 * Writes the article as IPTC ninjs 3.1. Its schema is closed, so there are no properties of our own.
 * @returns a JSON value that is valid against the official schema. It does not depend on the time of the export.
 */
export function articleNinjs(article: Article, options: NinjsOptions): JsonObject {
  const { metadata } = article
  const { edition } = options
  const { house } = edition
  const dir = languageDirection(metadata.language)
  return ninjs.item({
    uri: articleUrn(article.id),
    standard: STANDARD,
    type: 'text',
    representationType: carriesBody(edition.action) ? 'full' : 'partial',
    version: String(edition.version),
    versionCreated: edition.at,
    pubStatus: pubStatus(edition),
    edNote: lineOf(edition.note, dir),
    language: metadata.language,
    title: headWords(article, 'headline'),
    slugline: metadata.slug,
    headlines: [
      ...statement('main', headWords(article, 'headline')),
      ...statement('kicker', headWords(article, 'kicker')),
      ...(carriesBody(edition.action) ? statement('seo', lineOf(metadata.seoTitle, dir)) : []),
    ],
    infoSources: infoSources(article, edition),
    copyrightHolder: house.rightsHolder,
    copyrightNotice: lineOf(house.copyrightNotice, dir),
    usageTerms: lineOf(house.usageTerms, dir),
    ...(carriesBody(edition.action) ? content(article, options) : {}),
  })
}
