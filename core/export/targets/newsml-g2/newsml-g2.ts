import type { Article } from '../../../article/article.ts'
import type { Direction } from '../../../article/block.ts'
import { headText } from '../../../article/plain-text.ts'
import { countWords } from '../../../article/words.ts'
import { carriesBody } from '../../action.ts'
import { pubStatus, type Edition } from '../../edition.ts'
import { headWords } from '../../fields/head-words.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { articleUrn } from '../../identity.ts'
import { embargoOf } from '../../notice.ts'
import { bodyText } from '../../body-text.ts'
import { lines, x, xmlDocument, type Xml } from '../../xml.ts'
import { languageDirection, type ImageUrl } from '../html/context.ts'
import { bodyXhtml } from '../html/xhtml.ts'
import { catalogs, ownCode } from './catalog.ts'
import { contentMeta } from './content-meta.ts'
import { newsmlAttribute, newsmlElement } from './fields.ts'
import { pictureLinks } from './pictures.ts'

export type NewsmlOptions = { readonly edition: Edition; readonly images: ImageUrl }

const NAMESPACE = 'http://iptc.org/std/nar/2006-10-01/'

/** The actions that call for a signal to the receiver. */
const SIGNALS: Readonly<Partial<Record<Edition['action'], string>>> = {
  correct: 'sig:correction',
  update: 'sig:update',
}

function named(name: string, value: string): Xml {
  return x(name, {}, newsmlElement('name', value))
}

function rightsInfo({ house }: Edition, dir: Direction): Xml[] {
  const parts = [
    ...(house.rightsHolder === '' ? [] : [named('copyrightHolder', house.rightsHolder)]),
    ...(house.copyrightNotice === '' ? [] : [newsmlElement('copyrightNotice', lineOf(house.copyrightNotice, dir))]),
    ...(house.usageTerms === '' ? [] : [newsmlElement('usageTerms', lineOf(house.usageTerms, dir))]),
  ]
  return parts.length === 0 ? [] : [lines('rightsInfo', {}, parts)]
}

function previousVersion(article: Article, { version }: Edition): Xml[] {
  if (version === 1) return []
  return [x('link', { rel: 'irel:previousVersion', residref: articleUrn(article.id), version: version - 1 })]
}

function itemMeta(article: Article, { edition, images }: NewsmlOptions): Xml {
  const embargo = embargoOf(article, edition)
  const title = headText(article, 'headline').trim()
  const signal = SIGNALS[edition.action]
  const carried = carriesBody(edition.action)
  const provider = edition.house.provider || 'Midad'
  return lines('itemMeta', {}, [
    x('itemClass', { qcode: 'ninat:text' }),
    // The schema requires a provider. If the house has no name, it is the program that wrote the file.
    x('provider', { qcode: ownCode('mprovider', provider) }, newsmlElement('name', provider)),
    newsmlElement('versionCreated', edition.at),
    ...(embargo === null ? [] : [newsmlElement('embargoed', embargo)]),
    x('pubStatus', { qcode: `stat:${pubStatus(edition)}` }),
    newsmlElement('generator', 'Midad'),
    ...(title === '' ? [] : [newsmlElement('title', headWords(article, 'headline'))]),
    ...(edition.note === ''
      ? []
      : [newsmlElement('edNote', lineOf(edition.note, languageDirection(article.metadata.language)))]),
    ...(signal === undefined ? [] : [x('signal', { qcode: signal })]),
    ...previousVersion(article, edition),
    ...(carried ? pictureLinks(article, images) : []),
  ])
}

function contentSet(article: Article, { images }: NewsmlOptions): Xml {
  const { language } = article.metadata
  const title = headText(article, 'headline').trim() || article.id
  const dir = languageDirection(language)
  const plain = bodyText(article)
  const counts = { charcount: plain.length, wordcount: countWords(plain) }
  const type = {
    contenttype: 'application/xhtml+xml',
    ...counts,
    'xml:lang': newsmlAttribute('xml:lang', language),
    dir,
  }
  return lines('contentSet', {}, [x('inlineXML', type, bodyXhtml(article, title, { images, dir }))])
}

/**
 * Writes the article as an IPTC NewsML-G2 2.35 news item of power conformance. The body is XHTML, which states the
 * direction and language of every block. Pictures are links to the files next to it.
 * @returns an XML document, valid against IPTC's schema. A kill and a withdrawal carry no body.
 */
export function articleNewsml(article: Article, options: NewsmlOptions): string {
  const { language } = article.metadata
  const attributes = {
    xmlns: NAMESPACE,
    standard: 'NewsML-G2',
    standardversion: '2.35',
    conformance: 'power',
    guid: articleUrn(article.id),
    version: options.edition.version,
    'xml:lang': newsmlAttribute('xml:lang', language),
    dir: languageDirection(language),
  }
  const item = [...catalogs(), ...rightsInfo(options.edition, languageDirection(language)), itemMeta(article, options)]
  const content = carriesBody(options.edition.action) ? [contentMeta(article), contentSet(article, options)] : []
  return xmlDocument(lines('newsItem', attributes, [...item, ...content]))
}
