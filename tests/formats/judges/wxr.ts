import type { Element } from '@xmldom/xmldom'
import { rssErrors } from './rss.ts'
import { childrenNamed, readXml, textOf } from './xml.ts'

const WP = 'http://wordpress.org/export/1.2/'
const NUMBER = /^\d+$/u
const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u

/** The elements that WordPress' importer reads in every item, and the values that it accepts. */
const READ: Readonly<Record<string, RegExp>> = {
  'wp:post_id': NUMBER,
  'wp:post_date': MOMENT,
  'wp:post_date_gmt': MOMENT,
  'wp:post_name': /^\S+$/u,
  'wp:status': /^(?:publish|future|draft|pending|private|trash|inherit)$/u,
  'wp:post_parent': NUMBER,
  'wp:post_type': /^(?:post|page|attachment)$/u,
}

function itemErrors(item: Element, ids: ReadonlySet<string>): string[] {
  const metas = childrenNamed(item, 'wp:postmeta')
  const thumbnail = metas.find((meta) => textOf(meta, 'wp:meta_key') === '_thumbnail_id')
  const parent = textOf(item, 'wp:post_parent') ?? ''
  return [
    ...Object.entries(READ)
      .filter(([name, like]) => !like.test(textOf(item, name) ?? ''))
      .map(([name]) => `item: ${name} is ${textOf(item, name)}`),
    ...['content:encoded', 'excerpt:encoded', 'dc:creator']
      .filter((name) => textOf(item, name) === null)
      .map((name) => `item: not one ${name}`),
    ...(textOf(item, 'wp:post_type') === 'attachment' && !textOf(item, 'wp:attachment_url')
      ? ['item: an attachment without an address']
      : []),
    ...(parent === '0' || ids.has(parent) ? [] : [`item: no parent ${parent}`]),
    ...metas.filter((meta) => !textOf(meta, 'wp:meta_key')).map(() => 'item: a field without a name'),
    ...(thumbnail === undefined || ids.has(textOf(thumbnail, 'wp:meta_value') ?? '')
      ? []
      : ['item: a featured picture that is not there']),
    ...childrenNamed(item, 'category')
      .filter((each) => !each.getAttribute('domain') || !each.getAttribute('nicename'))
      .map((each) => `item: category ${each.textContent}`),
  ]
}

/** @returns what would stop WordPress' importer, which requires RSS and its own elements, from importing a file. */
export function wxrErrors(text: string): string[] {
  const errors = rssErrors(text)
  const { root } = readXml('wxr', text)
  const channel = root === null ? undefined : childrenNamed(root, 'channel')[0]
  if (root === null || channel === undefined) return errors
  const items = childrenNamed(channel, 'item')
  const ids = items.map((item) => textOf(item, 'wp:post_id') ?? '')
  return [
    ...errors,
    ...(root.lookupNamespaceURI('wp') === WP ? [] : ['wxr: wp stands for another namespace']),
    ...(textOf(channel, 'wp:wxr_version') === '1.2' ? [] : ['wxr: no version 1.2']),
    ...(items.length > 0 ? [] : ['wxr: no item']),
    ...(new Set(ids).size === ids.length ? [] : ['wxr: two items of one number']),
    ...items.flatMap((item) => itemErrors(item, new Set(ids))),
  ]
}
