import type { Element } from '@xmldom/xmldom'
import type { Metadata } from '../../article/metadata.ts'
import { lineBlock } from '../html/loose-line.ts'
import { bodyBlocks } from '../html/page.ts'
import { htmlTree, textOf } from '../html/tree.ts'
import { ImportError } from '../import-error.ts'
import { importedArticle, type Ids, type ImportedArticle } from '../imported.ts'
import { Losses, type ImportLoss } from '../losses.ts'
import { issueOf } from '../issue.ts'
import { elementsOf, elementAt, textAt, xmlRoot } from '../xml.ts'
import { postHtml } from './content.ts'

/** More posts than this in one file are to be imported in parts. */
const MAX_POSTS = 5000

type Category = { domain: string; name: string }

function categoriesOf(item: Element): Category[] {
  return elementsOf(item, 'category').map((each) => ({
    domain: each.getAttribute('domain') ?? 'category',
    name: each.textContent?.trim() ?? '',
  }))
}

function metaOf(item: Element): Map<string, string> {
  return new Map(elementsOf(item, 'postmeta').map((each) => [textAt(each, 'meta_key'), textAt(each, 'meta_value')]))
}

/** WordPress's percent-encoded slugs are letters to everybody else. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch (error) {
    if (error instanceof URIError) return slug
    throw error
  }
}

/** @returns a moment of WordPress in UTC, as an article has it; null for none. */
function momentOf(said: string): string | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/u.exec(said) ?? []
  return day === undefined || time === undefined || day.startsWith('0000') ? null : `${day}T${time}Z`
}

/** A post that is to appear later is under embargo until then. */
function embargoOf(item: Element): string | null {
  return textAt(item, 'status') === 'future' ? momentOf(textAt(item, 'post_date_gmt')) : null
}

/** Who may see a post there has no place in an article: whoever takes it in has to know. */
function tellOfState(item: Element, losses: Losses): void {
  const status = textAt(item, 'status')
  // A moment of the site's own clock is none that could be relied on: nobody knows its zone.
  const isUnknownMoment = status === 'future' && embargoOf(item) === null
  if (['private', 'trash'].includes(status) || isUnknownMoment) {
    losses.add('fields', `status: ${status} ${isUnknownMoment ? textAt(item, 'post_date') : ''}`)
  }
  // The word itself is nobody's business in a list.
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

function tellOfTheRest(item: Element, meta: ReadonlyMap<string, string>, losses: Losses): void {
  for (const key of meta.keys())
    if (!key.startsWith('_') && !key.startsWith('midad_')) losses.add('fields', `${key}: ${meta.get(key) ?? ''}`)
  for (const { domain, name } of categoriesOf(item)) {
    if (!['category', 'post_tag', 'post_format'].includes(domain)) losses.add('fields', `${domain}: ${name}`)
  }
  for (const comment of elementsOf(item, 'comment')) losses.add('comments', textAt(comment, 'comment_content'))
}

/** A picture of its own that leads the post, and does not stand in its text: it would have to be fetched. */
function tellOfLeadPicture(
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
  tellOfTheRest(item, meta, losses)
  tellOfState(item, losses)
  tellOfLeadPicture(item, items, meta, losses)
  const encoded = (prefix: string): string =>
    elementsOf(item, 'encoded').find((each) => each.prefix === prefix)?.textContent ?? ''
  // What we wrote ourselves has no signs of WordPress in it: what looks like one is text.
  const version = meta.get('midad_version') ?? ''
  const named = issueOf(meta.get('midad_id') ?? '', version)
  const own = named.midadId === null ? issueOf(textAt(item, 'guid'), version) : named
  const { blocks, pictures } = bodyBlocks(
    htmlTree(own.midadId === null ? postHtml(encoded('content'), losses) : encoded('content')),
    null,
    ids,
    losses,
  )
  const all = [
    ...lineBlock('headline', textAt(item, 'title')),
    ...lineBlock('deck', own.midadId === null ? textOf(htmlTree(encoded('excerpt'))) : encoded('excerpt')),
    ...lineBlock('byline', textAt(item, 'creator')),
    ...blocks,
  ]
  return { ...importedArticle(all, metadataOf(item, language), pictures, losses, ids), ...own }
}

/** What a site keeps of itself: menus, styles and settings. */
const OF_THE_SITE = /^(?:nav_menu_item|wp_\w+|custom_css|customize_changeset|oembed_cache|revision|user_request)$/u

/**
 * What a file has beside its posts is told of with the first of them: pictures that no post shows, and whatever plugins
 * made.
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
    // Its title is most often the name of its file; what else it says was meant to be read.
    const caption = words.slice(1).filter((each) => each !== '' && !shown.includes(each))
    for (const each of caption) all.add('other-text', each)
  }
  return all.list()
}

/**
 * Reads WordPress eXtended RSS: each post and page of it that has words is an article. Pictures are addresses in it,
 * and nothing is fetched.
 * @param nextIds ids for one more article
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
