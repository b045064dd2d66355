import { isSafeUrl } from '../../article/inline.ts'
import { xmlText } from '../xml.ts'
import type { Words } from '../walk/words.ts'
import { htmlText } from './html-text.ts'
import { plainWords } from './plain-words.ts'
import type { Encoded, Fields, Given, Sort } from './sorts.ts'
import { wordpressText } from './wordpress-text.ts'

const SPACE = /\s+/gu
const BREAK = /[\n\r\u2028]/u

/** Makes white space around a line break one space, as a field of one line shows it in HTML. */
const oneLine = (words: Words): string =>
  plainWords(words).replaceAll(SPACE, (space) => (BREAK.test(space) ? ' ' : space))

/** What an address must not hold in a field: white space and the delimiters of RFC 3986, appendix C. */
const DELIMITERS = /[\s"<>\\^`{|}]/gu

/**
 * What a browser percent-encodes in every part of an address. As they are, they end an attribute for programs that look for
 * tags, such as WordPress, which marks the places of pictures by private use characters besides (`mediaPlace`).
 */
const LINK_DELIMITERS = /["<>]|\p{Co}/gu

const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu
/** The tag of a language that nobody knows (ISO 639-2). */
const UNKNOWN_LANGUAGE = 'und'

const encodedOr = (value: Words | string, encodeWords: (words: Words) => string): string =>
  typeof value === 'string' ? value : encodeWords(value)

/** The one encoder of each sort. */
const ENCODERS: { readonly [S in Sort]: (value: Given[S]) => string } = {
  text: (value) => encodedOr(value, plainWords),
  name: (value) => value.trim(),
  html: (value) => encodedOr(value, (words) => htmlText(oneLine(words))),
  wordpress: (value) => encodedOr(value, (words) => wordpressText(oneLine(words))),
  wordpressName: (value) => wordpressText(value.trim()),
  run: (value) => value,
  url: (value) => value.replaceAll(DELIMITERS, (sign) => encodeURIComponent(sign)),
  link: (value) => (isSafeUrl(value) ? value.replaceAll(LINK_DELIMITERS, (sign) => encodeURIComponent(sign)) : ''),
  srcset: (files) => files.map(({ url, width }) => `${url} ${width}w`).join(', '),
  // The language of an imported article may be any text.
  language: (value) => (LANGUAGE.test(value) ? value : UNKNOWN_LANGUAGE),
  code: (value) => value,
}

/** @returns what a receiver that takes a field as this sort reads as these very words. */
export function encode<S extends Sort>(sort: S, value: Given[S]): Encoded<S> {
  return xmlText(ENCODERS[sort](value)) as Encoded<S>
}

/** Encodes the value of a field of a target by the sort that its table gives. */
export type FieldEncoder<T extends Fields> = <F extends keyof T>(field: F, value: Given[T[F]]) => Encoded<T[F]>

/** @returns the encoder for the fields of a target. */
export function encoderOf<const T extends Fields>(fields: T): FieldEncoder<T> {
  return (field, value) => encode(fields[field] as T[typeof field], value)
}
