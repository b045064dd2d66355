import type { Article } from '../../../article/article.ts'
import { headText } from '../../../article/plain-text.ts'
import { carriesBody } from '../../action.ts'
import { pubStatus, type Edition } from '../../edition.ts'
import { headWords } from '../../fields/head-words.ts'
import { lineOf } from '../../fields/plain-words.ts'
import type { WordpressHtml } from '../../fields/sorts.ts'
import { articleUrn } from '../../identity.ts'
import { fileSlug } from '../../package/name.ts'
import type { Words } from '../../walk/words.ts'
import { lines, xmlDocument, type Xml } from '../../xml.ts'
import { languageDirection, type ImageUrl } from '../html/context.ts'
import { rssDate } from '../rss/rss.ts'
import { wordpressBlocks } from '../wordpress/blocks.ts'
import { articleMark } from '../wordpress/media.ts'
import { joined } from '../wordpress/markup.ts'
import { authorOf } from './author.ts'
import { wxrAuthor, wxrChannel, wxrItem, wxrMeta } from './fields.ts'
import { carriedPictures } from './pictures.ts'

type WxrOptions = { readonly edition: Edition; readonly images: ImageUrl }

const NAMESPACES = {
  'xmlns:excerpt': 'http://wordpress.org/export/1.2/excerpt/',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:wp': 'http://wordpress.org/export/1.2/',
}

/** The status that WordPress gives the post on import. */
function status({ embargoed, ...edition }: Edition): 'publish' | 'future' | 'draft' | 'trash' {
  const otherwise = pubStatus({ ...edition, embargoed: false })
  if (otherwise === 'canceled') return 'trash'
  if (otherwise === 'withheld') return 'draft'
  return embargoed ? 'future' : 'publish'
}

/** Formats a moment as MySQL does, in UTC. */
function sqlDate(iso: string): string {
  return new Date(iso).toISOString().slice(0, 19).replace('T', ' ')
}

function category(domain: 'category' | 'post_tag', name: string): Xml[] {
  return name.trim() === '' ? [] : [wxrItem('category', name, { domain, nicename: fileSlug(name) })]
}

function meta(key: string, value: string): Xml {
  return lines('wp:postmeta', {}, [wxrMeta('wp:meta_key', key), wxrMeta('wp:meta_value', value)])
}

/** @returns the text as the blocks that are also sent over the REST interface. */
function content(article: Article, { edition, images }: WxrOptions): WordpressHtml {
  const { id, document, metadata } = article
  const context = {
    ...{ language: metadata.language, mark: articleMark(id), digits: edition.house.digits },
    images: carriedPictures(article, images),
  }
  return joined(wordpressBlocks(document, context))
}

const NOTHING: Words = { dir: 'rtl', children: [] }

/**
 * The date is given in UTC only. Its local form depends on the time zone of the site, which the importer knows and we do
 * not: it fills in an empty one. With an empty date it also finds the post of an earlier version by its title.
 */
function dates(edition: Edition, embargo: string | null): Xml[] {
  const date = edition.embargoed && embargo !== null ? embargo : edition.at
  return [wxrItem('pubDate', rssDate(date)), wxrItem('wp:post_date', ''), wxrItem('wp:post_date_gmt', sqlDate(date))]
}

/** The state of comments and pings is left out: the site's own setting holds. */
function post(article: Article, options: WxrOptions): Xml {
  const { metadata } = article
  const { edition } = options
  const slug = metadata.slug.trim() || headText(article, 'headline')
  const carried = carriesBody(edition.action)
  const author = carried ? authorOf(article) : null
  return lines('item', {}, [
    wxrItem(
      'title',
      headText(article, 'headline').trim() === '' ? lineOf(article.id, 'ltr') : headWords(article, 'headline'),
    ),
    ...(author === null ? [] : [wxrItem('dc:creator', author.login)]),
    wxrItem('guid', articleUrn(article.id), { isPermaLink: 'false' }),
    wxrItem('description', ''),
    wxrItem('content:encoded', carried ? content(article, options) : NOTHING),
    wxrItem('excerpt:encoded', carried ? headWords(article, 'deck') : NOTHING),
    // A number of its own in this file; the site gives the post another.
    wxrItem('wp:post_id', '1'),
    ...dates(edition, metadata.embargo),
    wxrItem('wp:post_name', fileSlug(slug)),
    wxrItem('wp:status', status(edition)),
    wxrItem('wp:post_parent', '0'),
    wxrItem('wp:menu_order', '0'),
    wxrItem('wp:post_type', 'post'),
    wxrItem('wp:post_password', ''),
    wxrItem('wp:is_sticky', '0'),
    ...(carried ? category('category', metadata.section) : []),
    ...(carried ? metadata.keywords.flatMap((keyword) => category('post_tag', keyword)) : []),
    meta('midad_id', articleUrn(article.id)),
    meta('midad_version', String(edition.version)),
  ])
}

/** The author as a person of the site's: the importer asks whose account it is. */
function authors(article: Article, { edition }: WxrOptions): Xml[] {
  const author = carriesBody(edition.action) ? authorOf(article) : null
  if (author === null) return []
  return [
    lines('wp:author', {}, [
      wxrAuthor('wp:author_login', author.login),
      wxrAuthor('wp:author_email', ''),
      wxrAuthor('wp:author_display_name', author.name),
    ]),
  ]
}

/**
 * Writes the article as WordPress eXtended RSS 1.2, for WordPress's importer. A draft becomes a draft, an article under
 * embargo a scheduled post, a withdrawn one a draft without text, and a killed one a post in the trash.
 * @param options `images` gives data addresses: the importer fetches nothing from this machine, and a number of a picture
 *   would be that of another picture at the site. A picture without an address is left out, and its words stay.
 */
export function articleWxr(article: Article, options: WxrOptions): string {
  const { edition } = options
  const title = lineOf(edition.house.provider || 'Midad', languageDirection(article.metadata.language))
  const channel = [
    wxrChannel('title', title),
    wxrChannel('link', articleUrn(article.id)),
    wxrChannel('description', title),
    wxrChannel('language', article.metadata.language),
    wxrChannel('wp:wxr_version', '1.2'),
    ...authors(article, options),
    post(article, options),
  ]
  return xmlDocument(lines('rss', { version: '2.0', ...NAMESPACES }, [lines('channel', {}, channel)]))
}
