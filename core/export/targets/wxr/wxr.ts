import type { Article } from '../../../article/article.ts'
import { blockText, headText } from '../../../article/plain-text.ts'
import { carriesBody } from '../../action.ts'
import { pubStatus, type Edition } from '../../edition.ts'
import { pictures } from '../../figures.ts'
import { articleUrn, imageName } from '../../identity.ts'
import { fileSlug } from '../../package/name.ts'
import { lines, x, xmlDocument, type Xml } from '../../xml.ts'
import type { ImageUrl } from '../html/context.ts'
import { bodyHtml } from '../html/html.ts'
import { rssDate } from '../rss/rss.ts'

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
  return name.trim() === '' ? [] : [x('category', { domain, nicename: fileSlug(name) }, name.trim())]
}

function meta(key: string, value: string): Xml {
  return lines('wp:postmeta', {}, [x('wp:meta_key', {}, key), x('wp:meta_value', {}, value)])
}

/** The id that connects the post with its pictures, in this file only. */
const POST = 1

function post(article: Article, { edition, images }: WxrOptions, firstPicture: number | null): Xml {
  const { metadata } = article
  const date = edition.embargoed && metadata.embargo !== null ? metadata.embargo : edition.at
  const slug = metadata.slug.trim() || headText(article, 'headline')
  const carried = carriesBody(edition.action)
  return lines('item', {}, [
    x('title', {}, headText(article, 'headline').trim() || article.id),
    x('pubDate', {}, rssDate(date)),
    x('dc:creator', {}, carried ? headText(article, 'byline').trim() : ''),
    x('guid', { isPermaLink: 'false' }, articleUrn(article.id)),
    x('description', {}),
    x('content:encoded', {}, carried ? bodyHtml(article, { images, edition }) : ''),
    x('excerpt:encoded', {}, carried ? headText(article, 'deck').trim() : ''),
    x('wp:post_id', {}, String(POST)),
    x('wp:post_date', {}, sqlDate(date)),
    x('wp:post_date_gmt', {}, sqlDate(date)),
    x('wp:comment_status', {}, 'closed'),
    x('wp:ping_status', {}, 'closed'),
    x('wp:post_name', {}, fileSlug(slug)),
    x('wp:status', {}, status(edition)),
    x('wp:post_parent', {}, '0'),
    x('wp:menu_order', {}, '0'),
    x('wp:post_type', {}, 'post'),
    x('wp:post_password', {}),
    x('wp:is_sticky', {}, '0'),
    ...(carried ? category('category', metadata.section) : []),
    ...(carried ? metadata.keywords.flatMap((keyword) => category('post_tag', keyword)) : []),
    ...(firstPicture === null ? [] : [meta('_thumbnail_id', String(firstPicture))]),
    meta('midad_id', articleUrn(article.id)),
    meta('midad_version', String(edition.version)),
  ])
}

function attachments(article: Article, { edition, images }: WxrOptions): Xml[] {
  if (!carriesBody(edition.action)) return []
  const travelling = pictures(article).filter(({ asset }) => images(asset.hash) !== null)
  return travelling.map(({ asset, alt, children: [caption] }, index) =>
    lines('item', {}, [
      x('title', {}, imageName(asset)),
      x('pubDate', {}, rssDate(edition.at)),
      x('dc:creator', {}),
      x('guid', { isPermaLink: 'false' }, `${articleUrn(article.id)}:${asset.hash}`),
      x('description', {}),
      x('content:encoded', {}),
      x('excerpt:encoded', {}, blockText(caption).trim()),
      x('wp:post_id', {}, String(POST + 1 + index)),
      x('wp:post_date', {}, sqlDate(edition.at)),
      x('wp:post_date_gmt', {}, sqlDate(edition.at)),
      x('wp:post_name', {}, asset.hash.slice(0, 12)),
      x('wp:status', {}, 'inherit'),
      x('wp:post_parent', {}, String(POST)),
      x('wp:post_type', {}, 'attachment'),
      x('wp:attachment_url', {}, images(asset.hash) ?? ''),
      meta('_wp_attachment_image_alt', alt.trim()),
    ]),
  )
}

/**
 * Writes the article as WordPress eXtended RSS 1.2, for WordPress's importer. A draft becomes a draft, an article under
 * embargo a scheduled post, a withdrawn one a draft without text, and a killed one a post in the trash.
 * @returns an XML document. The pictures are attachments with the addresses that `images` gives.
 */
export function articleWxr(article: Article, options: WxrOptions): string {
  const { edition } = options
  const pictureItems = attachments(article, options)
  const title = edition.house.provider || 'Midad'
  const channel = [
    x('title', {}, title),
    x('link', {}, articleUrn(article.id)),
    x('description', {}, title),
    x('language', {}, article.metadata.language),
    x('wp:wxr_version', {}, '1.2'),
    post(article, options, pictureItems.length === 0 ? null : POST + 1),
    ...pictureItems,
  ]
  return xmlDocument(lines('rss', { version: '2.0', ...NAMESPACES }, [lines('channel', {}, channel)]))
}
