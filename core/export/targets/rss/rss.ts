import type { ElementContent } from 'hast'
import type { Article } from '../../../article/article.ts'
import { carriesBody } from '../../action.ts'
import type { Edition } from '../../edition.ts'
import { noticeOf } from '../../notice.ts'
import { pictures } from '../../figures.ts'
import { articleUrn } from '../../identity.ts'
import { headWords } from '../../fields/head-words.ts'
import { htmlOfTree } from '../../fields/html-tree.ts'
import { bareWords, lineOf } from '../../fields/plain-words.ts'
import type { Html } from '../../fields/sorts.ts'
import { pageWords } from '../../page-words.ts'
import type { Renditions } from '../../renditions.ts'
import { fileAddress, pageAddress, siteOf } from '../../site.ts'
import type { Words } from '../../walk/words.ts'
import { lines, x, xmlDocument, type Xml } from '../../xml.ts'
import { languageDirection, type ImageUrl } from '../html/context.ts'
import { htmlField } from '../html/fields.ts'
import { bodyTree } from '../html/html.ts'
import { rssChannel, rssEnclosure, rssItem } from './fields.ts'

type RssOptions = { readonly edition: Edition; readonly images: ImageUrl; readonly renditions: Renditions }

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** Formats a moment as RFC 822 asks: English names, in UTC, whatever the machine's locale is. */
export function rssDate(iso: string): string {
  const at = new Date(iso)
  const two = (value: number): string => String(value).padStart(2, '0')
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':')
  return `${DAYS[at.getUTCDay()]}, ${two(at.getUTCDate())} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()} ${time} +0000`
}

/** @returns an element, or none without a text in it. */
const unlessEmpty = (element: Xml): Xml[] => (element.children.length === 0 ? [] : [element])

/** @returns the headline; the id of an article without one, for every item needs a title. */
function titleOf(article: Article): Words {
  const headline = headWords(article, 'headline')
  return bareWords(headline).trim() === '' ? lineOf(article.id, 'ltr') : headline
}

/** RSS has one enclosure: the first picture that is exported. Its length is that of the file. */
function enclosure(article: Article, { images, renditions, edition }: RssOptions): Xml[] {
  const exported = pictures(article).flatMap(({ asset }) => {
    const [url, original] = [images(asset.hash), renditions(asset.hash)[0]]
    if (url === null || original === undefined) return []
    const whole = rssEnclosure('url', fileAddress(url, edition.house))
    return [x('enclosure', { url: whole, length: original.bytes.length, type: asset.mediaType })]
  })
  return exported.slice(0, 1)
}

/**
 * Writes the body with whole addresses of pictures: a reader of feeds has nothing that a relative one could start from.
 * It is sanitised before, which lets through no picture of another server.
 */
function bodyAtSite(article: Article, { images, edition }: RssOptions): Html {
  const atSite = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node
    const { src } = node.properties
    const whole = typeof src === 'string' ? { src: htmlField('src', fileAddress(src, edition.house)) } : {}
    return { ...node, properties: { ...node.properties, ...whole }, children: node.children.map(atSite) }
  }
  const { children } = bodyTree(article, { images, edition })
  return htmlOfTree({ type: 'root', children: children.map((node) => (node.type === 'doctype' ? node : atSite(node))) })
}

function item(article: Article, options: RssOptions): Xml {
  const { metadata } = article
  const { edition } = options
  const categories = [metadata.section, ...metadata.keywords]
  const deck = headWords(article, 'deck')
  const summary = lineOf(metadata.seoDescription, languageDirection(metadata.language))
  return lines('item', {}, [
    rssItem('title', titleOf(article)),
    ...unlessEmpty(rssItem('link', pageAddress(article, edition) ?? '')),
    // The address may change with the slug, and would then make a second item.
    rssItem('guid', articleUrn(article.id), { isPermaLink: 'false' }),
    rssItem('pubDate', rssDate(edition.at)),
    ...unlessEmpty(rssItem('dc:creator', headWords(article, 'byline'))),
    ...categories.flatMap((category) => unlessEmpty(rssItem('category', category))),
    ...enclosure(article, options),
    ...unlessEmpty(rssItem('description', bareWords(deck) === '' ? summary : deck)),
    ...unlessEmpty(rssItem('content:encoded', bodyAtSite(article, options))),
  ])
}

/** @returns why the feed is empty; null if it is not. */
function absence(article: Article, edition: Edition): string | null {
  const words = pageWords(article.metadata.language)
  if (edition.action === 'kill') return words.killed
  return edition.action === 'withdraw' ? words.withdrawn : noticeOf(article, edition)
}

/**
 * Writes the article as an RSS 2.0 feed with one item and its body as HTML in `content:encoded`. Without the
 * address of the house's site, the feed has none either, and those of pictures are relative.
 * @returns an XML document. It has no item if the article must not be published.
 */
export function articleRss(article: Article, options: RssOptions): string {
  const { metadata } = article
  const { edition } = options
  const isPublic = carriesBody(edition.action) && !edition.draft && !edition.embargoed
  const dir = languageDirection(metadata.language)
  const title = edition.house.provider === '' ? titleOf(article) : lineOf(edition.house.provider, dir)
  const notice = absence(article, edition)
  const channel = [
    rssChannel('title', title),
    rssChannel('link', siteOf(edition.house) ?? articleUrn(article.id)),
    // An empty feed says why it is empty.
    rssChannel('description', notice === null ? title : lineOf(notice, dir)),
    rssChannel('language', metadata.language),
    ...unlessEmpty(rssChannel('copyright', lineOf(edition.house.copyrightNotice, dir))),
    rssChannel('generator', 'Midad'),
    ...(isPublic ? [item(article, options)] : []),
  ]
  const namespaces = {
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  }
  return xmlDocument(lines('rss', { version: '2.0', ...namespaces }, [lines('channel', {}, channel)]))
}
