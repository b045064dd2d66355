import { encoderOf } from '../../fields/encode.ts'

/**
 * The fields of a ninjs item that hold words or markup. Its headlines, descriptions and bodies state their media type
 * themselves; all other properties are plain text.
 */
export const NINJS_FIELDS = {
  title: 'text',
  headline: 'text',
  description: 'text',
  by: 'text',
  located: 'text',
  edNote: 'text',
  copyrightNotice: 'text',
  usageTerms: 'text',
  html: 'html',
  plain: 'text',
  slugline: 'name',
  /** Of a subject, a genre, a source or a holder of rights: receivers compare it. */
  name: 'name',
} as const

/** Encodes the fields of a ninjs item. */
export const ninjsField = encoderOf(NINJS_FIELDS)
