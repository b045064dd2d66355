import type { Article } from '../../../article/article.ts'
import type { HeadType } from '../../../article/block.ts'
import { blockText, headText } from '../../../article/plain-text.ts'
import { isTextBlock } from '../../../article/text-nodes.ts'
import { mediaTopic } from '../../media-topics.ts'
import { lines, x, type Xml } from '../../xml.ts'
import { ownCode } from './catalog.ts'
import { blockLanguage } from '../html/context.ts'
import { newsmlAttribute, newsmlElement } from './fields.ts'

/** Writes a line of the article's head with its direction and language. */
function headLine(
  article: Article,
  type: HeadType,
  name: 'headline' | 'dateline' | 'by' | 'description',
  role: Record<string, string> = {},
): Xml[] {
  const block = article.document.find((each) => each.type === type)
  if (block === undefined || !isTextBlock(block) || blockText(block).trim() === '') return []
  const attributes = { ...role, 'xml:lang': blockLanguage(block.dir, article.metadata.language), dir: block.dir }
  return [newsmlElement(name, block, attributes)]
}

function named(name: string, value: string, attributes: Record<string, string> = {}): Xml[] {
  return value.trim() === '' ? [] : [x(name, attributes, newsmlElement('name', value))]
}

/** An IPTC topic is written as its code, with its names if we have them; a house's own word as a name. */
function topicSubject(code: string): Xml[] {
  const topic = mediaTopic(code)
  if ('word' in topic) return named('subject', code, { type: 'cpnat:abstract' })
  const names = topic.names.map(({ language, name }) =>
    newsmlElement('name', name, { 'xml:lang': newsmlAttribute('xml:lang', language) }),
  )
  return [x('subject', { type: 'cpnat:abstract', qcode: code }, names)]
}

/** @returns what the content is about and who made it. */
export function contentMeta(article: Article): Xml {
  const { metadata } = article
  return lines('contentMeta', {}, [
    ...(metadata.urgency === null ? [] : [newsmlElement('urgency', String(metadata.urgency))]),
    ...named('located', metadata.place),
    ...metadata.sources.flatMap((source) => named('infoSource', source)),
    ...named('creator', headText(article, 'byline')),
    x('language', { tag: metadata.language }),
    ...(metadata.kind.trim() === '' ? [] : named('genre', metadata.kind, { qcode: ownCode('mgenre', metadata.kind) })),
    ...metadata.keywords.filter((word) => word.trim() !== '').map((word) => newsmlElement('keyword', word)),
    ...metadata.mediaTopics.flatMap(topicSubject),
    // IPTC has no property for a section; a subject with only a name comes closest.
    ...named('subject', metadata.section),
    ...(metadata.slug.trim() === '' ? [] : [newsmlElement('slugline', metadata.slug)]),
    ...headLine(article, 'kicker', 'headline', { roleuri: 'urn:midad:headline:kicker' }),
    ...headLine(article, 'headline', 'headline', { role: 'hlrole:main' }),
    ...headLine(article, 'dateline', 'dateline'),
    ...headLine(article, 'byline', 'by'),
    ...headLine(article, 'deck', 'description', { role: 'drol:summary' }),
  ])
}
