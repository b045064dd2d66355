import { elementsOf } from '../../fields/element.ts'
import { RSS_CHANNEL } from '../rss/fields.ts'

/**
 * The elements of a post. WordPress's importer writes them into its database as they are, so all words are HTML for it;
 * RSS calls `title` plain text, but no feed reader gets this file.
 */
export const WXR_ITEM = {
  title: 'wordpress',
  pubDate: 'code',
  'dc:creator': 'code',
  guid: 'code',
  description: 'code',
  'content:encoded': 'wordpress',
  'excerpt:encoded': 'wordpress',
  'wp:post_id': 'code',
  'wp:post_date': 'code',
  'wp:post_date_gmt': 'code',
  'wp:post_name': 'code',
  'wp:status': 'code',
  'wp:post_parent': 'code',
  'wp:menu_order': 'code',
  'wp:post_type': 'code',
  'wp:post_password': 'code',
  'wp:is_sticky': 'code',
  category: 'wordpressName',
} as const
export const WXR_META = { 'wp:meta_key': 'code', 'wp:meta_value': 'code' } as const
/** The importer makes an account of it, whose name a site shows as HTML. */
export const WXR_AUTHOR = {
  'wp:author_login': 'code',
  'wp:author_email': 'code',
  'wp:author_display_name': 'wordpressName',
} as const

/** Writes an element of a channel. */
export const wxrChannel = elementsOf({ ...RSS_CHANNEL, 'wp:wxr_version': 'code' })
/** Writes an element of a post. */
export const wxrItem = elementsOf(WXR_ITEM)
/** Writes the key or the value of a field for programs. */
export const wxrMeta = elementsOf(WXR_META)
/** Writes an element of an author. */
export const wxrAuthor = elementsOf(WXR_AUTHOR)
