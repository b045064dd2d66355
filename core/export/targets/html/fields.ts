import { encoderOf } from '../../fields/encode.ts'

/**
 * The fields of a page that cannot hold markup, and its addresses. The tree holds them as words, and the serialiser
 * escapes them for the element or the attribute in which they stand.
 */
export const HTML_FIELDS = {
  title: 'text',
  description: 'text',
  alt: 'text',
  href: 'link',
  src: 'url',
  srcSet: 'srcset',
  lang: 'language',
} as const

/** The texts and addresses of a body as XHTML. Isolates are elements there. */
export const XHTML_FIELDS = { title: 'name', text: 'run', href: 'link', src: 'url', lang: 'language' } as const

/** Encodes the fields of a page. */
export const htmlField = encoderOf(HTML_FIELDS)
/** Encodes the fields of XHTML. */
export const xhtmlField = encoderOf(XHTML_FIELDS)
