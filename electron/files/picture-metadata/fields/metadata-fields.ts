/** What a picture's file says about the picture. A field is empty where the file says nothing. */
export type PictureMetadata = {
  /** One line of at most 5000 UTF-16 units. */
  caption: string
  /** Photographer, agency or both; at most 1000 units when read, cut to 490 when written. */
  credit: string
  /** Alternative text for those who cannot see the picture; at most 2000 units. */
  alt: string
  /** When it was taken: an ISO 8601 date, or a date with a time. */
  date: string
}

/** What one metadata format says about a picture. A field is empty where the format says nothing. */
export type MetadataFields = {
  caption: string
  headline: string
  alt: string
  creator: string
  credit: string
  source: string
  rights: string
  /** An ISO 8601 date, or a date with a time. */
  date: string
}

export const NO_FIELDS: Readonly<MetadataFields> = {
  caption: '',
  headline: '',
  alt: '',
  creator: '',
  credit: '',
  source: '',
  rights: '',
  date: '',
}

/**
 * The longest text of a field, in UTF-16 units. `creator / credit` fits where `rights` does. What is written is cut as
 * it will be read, so that a second writing changes nothing.
 */
export const LONGEST = { caption: 5000, creator: 500, credit: 490, rights: 1000, alt: 2000 } as const

/** The forms of ISO 8601 that XMP allows, from the day on (ISO 16684-1, 8.2.1.2). */
const ISO_DATE = /^\d{4}-\d\d-\d\d(?:T[\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)?)?$/u

/** @returns the date or time as written if the calendar has it, else its first ten characters if they are a date, else ''. */
export function realDate(written: string): string {
  const text = written.trim()
  const isReal = (date: string): boolean => ISO_DATE.test(date) && !Number.isNaN(Date.parse(date))
  return [text, text.slice(0, 10)].find(isReal) ?? ''
}

/** @returns the names in one line, separated by the comma of their script. */
export function joinNames(names: readonly string[]): string {
  const given = names.map((name) => name.trim()).filter((name) => name !== '')
  return given.join(given.some((name) => /\p{Script=Arabic}/u.test(name)) ? '، ' : ', ')
}
