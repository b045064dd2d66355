import { encoderOf } from '../../fields/encode.ts'

/**
 * The fields of a post, of a picture and of a term over WordPress's REST API. WordPress keeps all of them as HTML: it
 * filters the HTML of an account without the right `unfiltered_html`, and shows that of the others as it is. An alternative
 * text is put into an attribute without being encoded again.
 */
export const WORDPRESS_FIELDS = {
  title: 'wordpress',
  excerpt: 'wordpress',
  content: 'wordpress',
  alt_text: 'wordpress',
  caption: 'wordpress',
  description: 'wordpress',
  term: 'wordpressName',
  href: 'link',
  src: 'url',
} as const

/** Encodes the fields of WordPress. */
export const wordpressField = encoderOf(WORDPRESS_FIELDS)
