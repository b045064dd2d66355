import type { Element } from '@xmldom/xmldom'
import { rssErrors } from './rss.ts'
import { childrenNamed, readXml, textOf } from './xml.ts'

const WP = 'http://wordpress.org/export/1.2/'
const NUMBER = /^\d+$/u
const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u

/** The elements that WordPress' importer reads in every item, and the values that it accepts. */
const READ: Readonly<Record<string, RegExp>> = {
  'wp:post_id': NUMBER,
  // The site alone knows its local date, and fills in an empty one. It compares a date that is there with its own posts.
  'wp:post_date': /^$/u,
  'wp:post_date_gmt': MOMENT,
  'wp:post_name': /^\S+$/u,
  'wp:status': /^(?:publish|future|draft|pending|private|trash)$/u,
  'wp:post_parent': NUMBER,
  'wp:post_type': /^(?:post|page)$/u,
}

/** A login of which `sanitize_user` drops nothing. */
const LOGIN = /^[\w.@-]+$/u

/** Elements that set what is the site's own choice, or that name what only the site knows. */
const OF_THE_SITE = ['wp:comment_status', 'wp:ping_status', 'wp:attachment_url']

/** @returns the content outside WordPress's blocks: it would become one classic block. Blocks may hold blocks. */
function outsideBlocks(content: string): string {
  let depth = 0
  return content
    .split(/(<!-- \/?wp:[\s\S]*?-->)/u)
    .filter((part) => {
      if (part.startsWith('<!-- wp:') && !part.endsWith('/-->')) depth += 1
      else if (part.startsWith('<!-- /wp:')) depth -= 1
      else return depth === 0
      return false
    })
    .join('')
    .trim()
}

/** The importer loads nothing from the machine that wrote the file. */
function pictureErrors(content: string): string[] {
  return Array.from(content.matchAll(/<img [^>]*?src="([^"]*)"/gu), ([, src = '']) => src)
    .filter((src) => !/^(?:https?:\/\/|data:image\/)/u.test(src))
    .map((src) => `item: a picture at ${src}`)
}

function itemErrors(item: Element, logins: ReadonlySet<string>): string[] {
  const metas = childrenNamed(item, 'wp:postmeta')
  const content = textOf(item, 'content:encoded') ?? ''
  const creators = childrenNamed(item, 'dc:creator').map((each) => each.textContent ?? '')
  return [
    ...Object.entries(READ)
      .filter(([name, like]) => !like.test(textOf(item, name) ?? 'missing'))
      .map(([name]) => `item: ${name} is ${textOf(item, name)}`),
    ...['content:encoded', 'excerpt:encoded', 'guid']
      .filter((name) => textOf(item, name) === null)
      .map((name) => `item: not one ${name}`),
    ...(outsideBlocks(content) === '' ? [] : ['item: text outside the blocks']),
    ...pictureErrors(content),
    ...creators.filter((login) => !logins.has(login)).map((login) => `item: nobody is ${login}`),
    ...OF_THE_SITE.filter((name) => childrenNamed(item, name).length > 0).map((name) => `item: ${name} is the site’s`),
    ...metas.filter((meta) => !textOf(meta, 'wp:meta_key')).map(() => 'item: a field without a name'),
    // A number of ours is that of something else at the site.
    ...metas
      .filter((meta) => textOf(meta, 'wp:meta_key') === '_thumbnail_id')
      .map(() => 'item: a featured picture by a foreign number'),
    ...childrenNamed(item, 'category')
      .filter((each) => !each.getAttribute('domain') || !each.getAttribute('nicename'))
      .map((each) => `item: category ${each.textContent}`),
  ]
}

function authorErrors(author: Element): string[] {
  const login = textOf(author, 'wp:author_login') ?? ''
  return [
    ...(LOGIN.test(login) ? [] : [`author: login ${login}`]),
    ...(textOf(author, 'wp:author_display_name')?.trim() ? [] : ['author: no name']),
  ]
}

/** @returns what would keep WordPress' importer, which asks for RSS and its own elements, from taking a file in as meant. */
export function wxrErrors(text: string): string[] {
  const errors = rssErrors(text)
  const { root } = readXml('wxr', text)
  const channel = root === null ? undefined : childrenNamed(root, 'channel')[0]
  if (root === null || channel === undefined) return errors
  const items = childrenNamed(channel, 'item')
  const ids = items.map((item) => textOf(item, 'wp:post_id') ?? '')
  const authors = childrenNamed(channel, 'wp:author')
  const logins = new Set(authors.map((author) => textOf(author, 'wp:author_login') ?? ''))
  return [
    ...errors,
    ...(root.lookupNamespaceURI('wp') === WP ? [] : ['wxr: wp stands for another namespace']),
    ...(textOf(channel, 'wp:wxr_version') === '1.2' ? [] : ['wxr: no version 1.2']),
    ...(items.length > 0 ? [] : ['wxr: no item']),
    ...(new Set(ids).size === ids.length ? [] : ['wxr: two items of one number']),
    ...authors.flatMap(authorErrors),
    ...items.flatMap((item) => itemErrors(item, logins)),
  ]
}
