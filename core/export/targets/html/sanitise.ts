import type { Root } from 'hast'
import { sanitize, type Schema } from 'hast-util-sanitize'
import { blockNames } from '../../../article/block-names.ts'

function classesOf(element: string): string[] {
  return blockNames().flatMap(([, name]) => (name.element === element ? (name.className ?? []) : []))
}

/**
 * The elements and attributes that an article may have. The handlers write no others; this is the second line of defence
 * against text from outside. Every `id` gets a prefix, so that no block poses as an element that a page's scripts look up.
 */
const schema: Schema = {
  tagNames: [
    ...['header', 'h1', 'h2', 'h3', 'p', 'br', 'wbr', 'blockquote', 'ul', 'ol', 'li', 'figure', 'figcaption', 'img'],
    ...['aside', 'div', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['a', 'strong', 'em', 'u', 'bdi', 'bdo', 'span', 'time'],
  ],
  attributes: {
    '*': ['id', 'lang', ['dir', 'rtl', 'ltr']],
    p: [['className', ...classesOf('p'), 'correction-head']],
    aside: [['className', ...classesOf('aside'), 'related', 'correction', 'notice', 'midad-notice']],
    div: [['className', ...classesOf('div')]],
    h3: [['className', ...classesOf('h3')]],
    figure: [['className', 'embed'], 'dataDate'],
    time: ['dateTime'],
    th: [['scope', 'col', 'row']],
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

/** @returns the tree without elements and attributes that an article may not have. */
export function sanitise(tree: Root): Root {
  const clean = sanitize(tree, schema)
  return clean.type === 'root' ? clean : { type: 'root', children: [] }
}
