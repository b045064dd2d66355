import { elementsOf } from '../../fields/element.ts'
import { encoderOf } from '../../fields/encode.ts'

/**
 * The elements of a feed. By the RSS profile (rssboard.org) readers take the description of an item and
 * `content:encoded` as HTML, and all else as plain text.
 */
export const RSS_ITEM = {
  title: 'text',
  guid: 'code',
  link: 'url',
  pubDate: 'code',
  'dc:creator': 'text',
  category: 'name',
  description: 'html',
  'content:encoded': 'html',
} as const
export const RSS_CHANNEL = {
  title: 'text',
  link: 'url',
  description: 'text',
  language: 'language',
  copyright: 'text',
  generator: 'code',
} as const

export const RSS_ENCLOSURE = { url: 'url' } as const

/** Writes an element of an item. */
export const rssItem = elementsOf(RSS_ITEM)
/** Writes an element of a channel. */
export const rssChannel = elementsOf(RSS_CHANNEL)
/** Encodes the address of an enclosure. */
export const rssEnclosure = encoderOf(RSS_ENCLOSURE)
