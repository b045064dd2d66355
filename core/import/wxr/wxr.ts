import type { Element } from '@xmldom/xmldom'
import type { Metadata } from '../../article/metadata.ts'
import { lineBlock } from '../html/loose-line.ts'
import { bodyBlocks } from '../html/page.ts'
import { htmlTree, textOf, wholeText } from '../html/tree.ts'
import { ImportError } from '../import-error.ts'
import { importedArticle, type Ids, type ImportedArticle } from '../imported.ts'
import { Losses, type ImportLoss } from '../losses.ts'
import { issueOf } from '../issue.ts'
import { elementsOf, elementAt, textAt, xmlRoot } from '../xml.ts'
import { postHtml } from './content.ts'
import { ownBlocks } from './own-blocks.ts'

/** The most posts of one file. A larger file must be split. */
const MAX_POSTS = 5000

type Category = { domain: string; name: string }

function categoriesOf(item: Element): Category[] {
  return elementsOf(item, 'category').map((each) => ({
    domain: each.getAttribute('domain') ?? 'category',
    name: textOf(htmlTree(each.textContent ?? '')),
  }))
}

function metaOf(item: Element): Map<string, string> {
  return new Map(elementsOf(item, 'postmeta').map((each) => [textAt(each, 'meta_key'), textAt(each, 'meta_value')]))
}

/** WordPress stores slugs percent-encoded. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch (error) {
    if (error instanceof URIError) return slug
    throw error
  }
}

/** @returns a date of WordPress in ISO 8601 and UTC; null for none. */
function momentOf(said: string): string | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/u.exec(said) ?? []
  return day === undefined || time === undefined || day.startsWith('0000') ? null : `${day}T${time}Z`
}

/** A scheduled post is under embargo until its date. */
function embargoOf(item: Element): string | null {
  return textAt(item, 'status') === 'future' ? momentOf(textAt(item, 'post_date_gmt')) : null
}

/** Reports restrictions on who may see a post, which an article cannot hold. */
function reportRestrictions(item: Element, losses: Losses): void {
  const status = textAt(item, 'status')
  // Without a UTC date the time zone is unknown, so the date is reported only.
  const isUnknownMoment = status === 'future' && embargoOf(item) === null
  if (['private', 'trash'].includes(status) || isUnknownMoment) {
    losses.add('fields', `status: ${status} ${isUnknownMoment ? textAt(item, 'post_date') : ''}`)
  }
  // The password itself is not reported.
  if (textAt(item, 'post_password') !== '') losses.add('fields', 'post_password')
}

function metadataOf(item: Element, language: string): Partial<Metadata> {
  const categories = categoriesOf(item)
  const named = (domain: string): string[] =>
    categories.filter((each) => each.domain === domain).map(({ name }) => name)
  const [section = '', ...others] = named('category')
  return {
    language,
    slug: decoded(textAt(item, 'post_name')),
    section: section === 'Uncategorized' || section === 'غير مصنف' ? '' : section,
    keywords: [...named('post_tag'), ...others],
    embargo: embargoOf(item),
  }
}

function reportUnusedFields(item: Element, meta: ReadonlyMap<string, string>, losses: Losses): void {
  for (const key of meta.keys())
    if (!key.startsWith('_') && !key.startsWith('midad_')) losses.add('fields', `${key}: ${meta.get(key) ?? ''}`)
  for (const { domain, name } of categoriesOf(item)) {
    if (!['category', 'post_tag', 'post_format'].includes(domain)) losses.add('fields', `${domain}: ${name}`)
  }
  for (const comment of elementsOf(item, 'comment')) losses.add('comments', textAt(comment, 'comment_content'))
}

/** Reports a featured image that the text does not show. It would have to be fetched. */
function reportFeaturedImage(
  item: Element,
  items: readonly Element[],
  meta: ReadonlyMap<string, string>,
  losses: Losses,
): void {
  const id = meta.get('_thumbnail_id')
  const attachment = items.find((each) => id !== undefined && textAt(each, 'post_id') === id)
  const url = textAt(attachment, 'attachment_url')
  const name = url.slice(url.lastIndexOf('/') + 1).replace(/\.\w+$/u, '')
  const content = textAt(item, 'encoded')
  if (/^https?:/u.test(url) && !content.includes(name)) losses.add('remote-picture', url)
}

function importPost(item: Element, items: readonly Element[], language: string, ids: Ids): ImportedArticle {
  const losses = new Losses()
  const meta = metaOf(item)
  reportUnusedFields(item, meta, losses)
  reportRestrictions(item, losses)
  reportFeaturedImage(item, items, meta, losses)
  const encoded = (prefix: string): string =>
    elementsOf(item, 'encoded').find((each) => each.prefix === prefix)?.textContent ?? ''
  // Midad writes no shortcodes: in its own files, what looks like one is text.
  const version = meta.get('midad_version') ?? ''
  const named = issueOf(meta.get('midad_id') ?? '', version)
  const own = named.midadId === null ? issueOf(textAt(item, 'guid'), version) : named
  const { blocks, pictures } = bodyBlocks(
    own.midadId === null ? htmlTree(postHtml(encoded('content'), losses)) : ownBlocks(htmlTree(encoded('content'))),
    null,
    ids,
    losses,
  )
  // Both are HTML. White space is kept in what Midad wrote.
  const words = (html: string): string => (own.midadId === null ? textOf : wholeText)(htmlTree(html))
  const all = [
    ...lineBlock('headline', words(textAt(item, 'title'))),
    ...lineBlock('deck', words(encoded('excerpt'))),
    // Midad's own posts have the byline in the text; their author is a login made from it.
    ...(own.midadId === null ? lineBlock('byline', textAt(item, 'creator')) : []),
    ...blocks,
  ]
  return { ...importedArticle(all, metadataOf(item, language), pictures, losses, ids), ...own }
}

/** Items of a site that are no content: menus, styles and settings. */
const OF_THE_SITE = /^(?:nav_menu_item|wp_\w+|custom_css|customize_changeset|oembed_cache|revision|user_request)$/u

/**
 * Reports the other items of a file with the first article: pictures that no post shows, and items of plugins.
 */
function withOthers(losses: readonly ImportLoss[], items: readonly Element[], posts: readonly Element[]): ImportLoss[] {
  const all = new Losses(losses)
  const shown = posts.map((post) => post.textContent ?? '').join('\n')
  for (const item of items) {
    const type = textAt(item, 'post_type')
    const words = [
      textAt(item, 'title'),
      ...elementsOf(item, 'encoded').map((each) => textOf(htmlTree(each.textContent ?? ''))),
    ]
    const said = words.filter((each) => each !== '').join(': ')
    if (posts.includes(item) || OF_THE_SITE.test(type)) continue
    if (type !== 'attachment') {
      if (said !== '') all.add('other-items', said)
      continue
    }
    const url = textAt(item, 'attachment_url')
    const name = url.slice(url.lastIndexOf('/') + 1).replace(/\.\w+$/u, '')
    const isLead = posts.some((post) => metaOf(post).get('_thumbnail_id') === textAt(item, 'post_id'))
    if (/^https?:/u.test(url) && !isLead && !shown.includes(name)) all.add('remote-picture', url)
    // The title of a picture is mostly its file name; its other texts are for readers.
    const caption = words.slice(1).filter((each) => each !== '' && !shown.includes(each))
    for (const each of caption) all.add('other-text', each)
  }
  return all.list()
}

/**
 * Reads WordPress eXtended RSS. Each post and page with words becomes an article. Pictures are only addresses in it, and
 * nothing is fetched.
 * @param nextIds makes the ids of one more article
 * @throws ImportError `too-large`, `empty`, `damaged`.
 */
export function importWxr(source: string, nextIds: () => Ids): ImportedArticle[] {
  const channel = elementAt(xmlRoot(source), 'channel')
  if (channel === undefined) throw new ImportError('damaged')
  const items = elementsOf(channel, 'item')
  const posts = items.filter((item) => {
    const type = textAt(item, 'post_type')
    return type === 'post' || type === 'page'
  })
  if (posts.length === 0) throw new ImportError('empty')
  if (posts.length > MAX_POSTS) throw new ImportError('too-large')
  const language = textAt(channel, 'language')
  const [first, ...others] = posts.map((item) => importPost(item, items, language, nextIds()))
  if (first === undefined) throw new ImportError('empty')
  return [{ ...first, losses: withOthers(first.losses, items, posts) }, ...others]
}
