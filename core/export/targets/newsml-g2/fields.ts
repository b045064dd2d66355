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

/** The address of a catalogue or a picture, and the language of an element. */
export const NEWSML_ATTRIBUTES = { href: 'url', 'xml:lang': 'language' } as const

/** Writes an element of a news item. */
export const newsmlElement = elementsOf(NEWSML_FIELDS)
/** Encodes an attribute. */
export const newsmlAttribute = encoderOf(NEWSML_ATTRIBUTES)
