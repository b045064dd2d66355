import { elementsOf } from '../../fields/element.ts'
import { encoderOf } from '../../fields/encode.ts'

/** The properties of a PDF, which readers show as plain text in a panel, a title bar or an outline. */
export const PRINT_FIELDS = {
  title: 'text',
  headings: 'text',
  author: 'text',
  description: 'text',
  /** Readers search and compare them. */
  keywords: 'name',
  publisher: 'name',
  rights: 'text',
  usageTerms: 'text',
  language: 'language',
} as const

/** The elements of an XMP packet that hold one value. */
export const XMP_FIELDS = {
  'dc:format': 'code',
  'pdf:Keywords': 'name',
  'xmp:CreatorTool': 'code',
  'xmp:CreateDate': 'code',
  'xmp:ModifyDate': 'code',
} as const

/** Encodes the properties of a PDF. */
export const printField = encoderOf(PRINT_FIELDS)
/** Writes an element of an XMP packet. */
export const xmpElement = elementsOf(XMP_FIELDS)
