import type { Article } from '../../../article/article.ts'
import { headText } from '../../../article/plain-text.ts'
import { countWords } from '../../../article/words.ts'
import { carriesBody } from '../../action.ts'
import { pubStatus, type Edition } from '../../edition.ts'
import { pictureAssets } from '../../figures.ts'
import { articleUrn, imageCid } from '../../identity.ts'
import { embargoEnd } from '../../notice.ts'
import { bodyText } from '../../body-text.ts'
import { mediaTopic, mediaTopicName, mediaTopicUri } from '../../media-topics.ts'
import type { Renditions } from '../../renditions.ts'
import { bodyHtml } from '../html/html.ts'
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
    value: bodyHtml(article, { images, edition: options.edition }),
  }
  return [html, ...statement('plain', plain)]
    .filter(({ value }) => value !== '')
    .map((body) => ({ ...body, charCount: body.value.length, wordCount: countWords(plain) }))
}

/** IPTC codes such as `medtop:11000000` become URIs of their vocabulary; a house's own words stay as they are. */
function subjects(article: Article): Record<string, unknown>[] {
  const { mediaTopics, keywords, section, language } = article.metadata
  const topics = mediaTopics.map((code) => {
    const topic = mediaTopic(code)
    if ('word' in topic) return { literal: code, rel: 'mediatopic' }
    return compact({
      name: mediaTopicName(code, language),
      uri: mediaTopicUri(topic.digits),
      literal: code,
      rel: 'mediatopic',
    })
  })
  return [
    ...(section === '' ? [] : [{ name: section, rel: 'section' }]),
    ...topics,
    ...keywords.map((name) => ({ name, rel: 'keyword' })),
  ]
}

/** The sources of the text, and the house as its provider, for which ninjs has no other property. */
function infoSources({ metadata }: Article, { house, action }: Edition): Record<string, unknown>[] {
  const sources = carriesBody(action) ? metadata.sources.map((name) => ({ name })) : []
  return [...sources, ...(house.provider === '' ? [] : [{ name: house.provider, role: 'provider' }])]
}

function content(article: Article, options: NinjsOptions): Record<string, unknown> {
  const { metadata } = article
  return {
    urgency: metadata.urgency,
    embargoedUntil: embargoEnd(metadata),
    by: headText(article, 'byline').trim(),
    located: metadata.place || headText(article, 'dateline').trim(),
    descriptions: [
      ...statement('summary', headText(article, 'deck').trim()),
      ...statement('seo', metadata.seoDescription.trim()),
    ],
    bodies: bodies(article, options),
    subjects: subjects(article),
    genres: metadata.kind === '' ? [] : [{ name: metadata.kind }],
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
  return compact({
    uri: articleUrn(article.id),
    standard: STANDARD,
    type: 'text',
    representationType: carriesBody(edition.action) ? 'full' : 'partial',
    version: String(edition.version),
    versionCreated: edition.at,
    pubStatus: pubStatus(edition),
    edNote: edition.note,
    language: metadata.language,
    title: headText(article, 'headline').trim(),
    slugline: metadata.slug.trim(),
    headlines: [
      ...statement('main', headText(article, 'headline').trim()),
      ...statement('kicker', headText(article, 'kicker').trim()),
      ...(carriesBody(edition.action) ? statement('seo', metadata.seoTitle.trim()) : []),
    ],
    infoSources: infoSources(article, edition),
    copyrightHolder: house.rightsHolder,
    copyrightNotice: house.copyrightNotice,
    usageTerms: house.usageTerms,
    ...(carriesBody(edition.action) ? content(article, options) : {}),
  })
}
