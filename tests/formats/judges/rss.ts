import type { Element } from '@xmldom/xmldom'
import { childrenNamed, readXml, textOf } from './xml.ts'

/** RFC 822 with a year of four digits, as RSS 2.0 requires. */
const DATE =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UT)$/u
const CONTENT = 'http://purl.org/rss/1.0/modules/content/'

/** The elements that an item may have once. */
const ONCE = ['title', 'link', 'description', 'author', 'comments', 'enclosure', 'guid', 'pubDate', 'source']

function itemErrors(item: Element): string[] {
  const guids = childrenNamed(item, 'guid')
  const guid = guids[0]?.textContent ?? ''
  const isAddress = /^https?:\/\//u.test(guid)
  const body = Array.from(item.childNodes).find((node) => node.nodeName === 'content:encoded')
  return [
    ...ONCE.filter((name) => childrenNamed(item, name).length > 1).map((name) => `item: ${name} stands there twice`),
    ...(textOf(item, 'title') || textOf(item, 'description') ? [] : ['item: neither title nor description']),
    ...(guids.length > 0 && guid.trim() === '' ? ['item: an empty guid'] : []),
    ...(guids.length > 0 && !isAddress && guids[0]?.getAttribute('isPermaLink') !== 'false'
      ? ['item: a guid that is no address and says that it is one']
      : []),
    ...childrenNamed(item, 'pubDate')
      .filter((date) => !DATE.test(date.textContent ?? ''))
      .map((date) => `item: pubDate ${date.textContent}`),
    ...childrenNamed(item, 'enclosure')
      .filter((each) => ['url', 'length', 'type'].some((name) => !each.hasAttribute(name)))
      .map(() => 'item: an enclosure without url, length or type'),
    ...childrenNamed(item, 'enclosure')
      .filter((each) => !/^[1-9]\d*$/u.test(each.getAttribute('length') ?? ''))
      .map((each) => `item: an enclosure of the length ${each.getAttribute('length')}`),
    ...(body !== undefined && body.namespaceURI !== CONTENT ? ['item: content:encoded of another namespace'] : []),
  ]
}

/** @returns what is wrong with a feed by the rules of RSS 2.0 (rssboard.org), which has no schema of its own. */
export function rssErrors(text: string): string[] {
  const { root, errors } = readXml('rss', text)
  if (root === null || errors.length > 0) return errors.length > 0 ? errors : ['rss: no root']
  const [channel, ...more] = childrenNamed(root, 'channel')
  if (root.nodeName !== 'rss' || root.getAttribute('version') !== '2.0') return ['rss: no rss of version 2.0']
  if (channel === undefined || more.length > 0) return ['rss: not one channel']
  const link = textOf(channel, 'link') ?? ''
  return [
    ...['title', 'link', 'description']
      .filter((name) => !textOf(channel, name)?.trim())
      .map((name) => `channel: no ${name}`),
    ...(/^[a-z][a-z\d+.-]*:\S+$/iu.test(link) ? [] : [`channel: link ${link}`]),
    ...childrenNamed(channel, 'language')
      .filter((each) => !/^[a-z]{2,3}(?:-[a-z\d]+)*$/iu.test(each.textContent ?? ''))
      .map((each) => `channel: language ${each.textContent}`),
    ...childrenNamed(channel, 'item').flatMap(itemErrors),
  ]
}
