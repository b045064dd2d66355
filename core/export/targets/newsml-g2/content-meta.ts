import type { Article } from '../../../article/article.ts'
import type { HeadType } from '../../../article/block.ts'
import { blockText } from '../../../article/plain-text.ts'
import { mediaTopic } from '../../media-topics.ts'
import { lines, x, type Xml } from '../../xml.ts'
import { blockLanguage } from '../html/context.ts'

/** A line of the article's head, with its own direction and language. */
function headLine(article: Article, type: HeadType, name: string, role: Record<string, string> = {}): Xml[] {
  const block = article.document.find((each) => each.type === type)
  const text = block === undefined ? '' : blockText(block).trim()
  if (block === undefined || text === '') return []
  return [x(name, { ...role, 'xml:lang': blockLanguage(block.dir, article.metadata.language), dir: block.dir }, text)]
}

function named(name: string, value: string, attributes: Record<string, string> = {}): Xml[] {
  return value.trim() === '' ? [] : [x(name, attributes, x('name', {}, value.trim()))]
}

/** IPTC's codes go as codes, with their names where we know them; a house's own word is a subject by name. */
function topicSubject(code: string): Xml[] {
  const topic = mediaTopic(code)
  if ('word' in topic) return named('subject', code, { type: 'cpnat:abstract' })
  const names = topic.names.map(({ language, name }) => x('name', { 'xml:lang': language }, name))
  return [x('subject', { type: 'cpnat:abstract', qcode: code }, ...names)]
}

function bylineOf(article: Article): string {
  const block = article.document.find((each) => each.type === 'byline')
  return block === undefined ? '' : blockText(block)
}

/** @returns what the content is about and who made it. */
export function contentMeta(article: Article): Xml {
  const { metadata } = article
  return lines('contentMeta', {}, [
    ...(metadata.urgency === null ? [] : [x('urgency', {}, String(metadata.urgency))]),
    ...named('located', metadata.place),
    ...metadata.sources.flatMap((source) => named('infoSource', source)),
    ...named('creator', bylineOf(article)),
    x('language', { tag: metadata.language }),
    ...named('genre', metadata.kind),
    ...metadata.keywords.filter((word) => word.trim() !== '').map((word) => x('keyword', {}, word)),
    ...metadata.mediaTopics.flatMap(topicSubject),
    // IPTC has no word for a house's section; a subject of the house says it best.
    ...named('subject', metadata.section),
    ...(metadata.slug.trim() === '' ? [] : [x('slugline', {}, metadata.slug.trim())]),
    ...headLine(article, 'kicker', 'headline', { roleuri: 'urn:midad:headline:kicker' }),
    ...headLine(article, 'headline', 'headline', { role: 'hlrole:main' }),
    ...headLine(article, 'dateline', 'dateline'),
    ...headLine(article, 'byline', 'by'),
    ...headLine(article, 'deck', 'description', { role: 'drol:summary' }),
  ])
}
