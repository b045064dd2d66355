import { elementsOf } from '../../fields/element.ts'
import { encoderOf } from '../../fields/encode.ts'

/** The elements of a news item that hold words or codes. IPTC lets labels and blocks of text hold no HTML. */
export const NEWSML_FIELDS = {
  versionCreated: 'code',
  embargoed: 'code',
  generator: 'code',
  title: 'text',
  edNote: 'text',
  copyrightNotice: 'text',
  usageTerms: 'text',
  urgency: 'code',
  /** Of a place, a source, a genre, a subject or a person: receivers compare it. */
  name: 'name',
  keyword: 'name',
  slugline: 'name',
  headline: 'text',
  dateline: 'text',
  by: 'text',
  creditline: 'text',
  description: 'text',
} as const

/** The address of a catalogue or a picture. */
export const NEWSML_ADDRESS = { href: 'url' } as const

/** Writes an element of a news item. */
export const newsmlElement = elementsOf(NEWSML_FIELDS)
/** Encodes an address. */
export const newsmlAddress = encoderOf(NEWSML_ADDRESS)
