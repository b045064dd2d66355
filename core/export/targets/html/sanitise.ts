import type { Root } from 'hast'
import { sanitize, type Schema } from 'hast-util-sanitize'

/**
 * All that an article can become. The blocks make nothing else; this is the second wall, for text that came
 * from outside. `id` gets a prefix, so that no block can pass for an element that a page's scripts look up.
 */
const schema: Schema = {
  tagNames: [
    ...['header', 'h1', 'h2', 'h3', 'p', 'br', 'blockquote', 'ul', 'ol', 'li', 'figure', 'figcaption', 'img'],
    ...['aside', 'div', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['a', 'strong', 'em', 'u', 'bdi', 'span', 'time'],
  ],
  attributes: {
    '*': ['id', 'lang', ['dir', 'rtl', 'ltr']],
    p: [['className', 'kicker', 'deck', 'byline', 'dateline', 'attribution', 'caption', 'credit', 'correction-head']],
    aside: [['className', 'pullquote', 'factbox', 'related', 'correction', 'notice', 'midad-notice']],
    div: [['className', 'gallery']],
    h3: [['className', 'factbox-title']],
    figure: [['className', 'embed'], 'dataDate'],
    time: ['dateTime'],
    th: [['scope', 'col']],
    a: ['href', ['rel', 'noopener', 'noreferrer']],
    img: ['src', 'srcSet', 'sizes', 'alt', 'width', 'height'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['data', 'cid'] },
  clobber: ['id'],
  clobberPrefix: 'b-',
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
}

/** @returns the tree without anything that an article may not contain. */
export function sanitise(tree: Root): Root {
  const clean = sanitize(tree, schema)
  return clean.type === 'root' ? clean : { type: 'root', children: [] }
}
