import { ISO_DATE } from '#core/article/blocks/figure.ts'

/** What one kind of metadata says of a picture; empty where it says nothing. */
export type MetadataFields = {
  caption: string
  headline: string
  alt: string
  creator: string
  credit: string
  source: string
  rights: string
  /** A date or time as an article can hold it. */
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

/** @returns a date or time that is in the calendar, as it was; without its time if that is none; else empty. */
export function realDate(written: string): string {
  const text = written.trim()
  const isReal = (date: string): boolean => ISO_DATE.test(date) && !Number.isNaN(Date.parse(date))
  return [text, text.slice(0, 10)].find(isReal) ?? ''
}

/** @returns several names as one line, with the comma of their script. */
export function joinNames(names: readonly string[]): string {
  const given = names.map((name) => name.trim()).filter((name) => name !== '')
  return given.join(given.some((name) => /\p{Script=Arabic}/u.test(name)) ? '، ' : ', ')
}
