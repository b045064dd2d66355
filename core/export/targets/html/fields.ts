import { encoderOf } from '../../fields/encode.ts'

/**
 * The fields of a page that cannot hold markup. The tree holds them as words, and the serialiser encodes them for the
 * element or the attribute in which they stand.
 */
export const HTML_FIELDS = { title: 'text', description: 'text', alt: 'text' } as const

/** Encodes the fields of a page. */
export const htmlField = encoderOf(HTML_FIELDS)
