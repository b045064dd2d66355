import { fold } from '../../text/fold.ts'

/** A line of the source that is not blank, with what its role is judged by. */
export type SourceLine = {
  /** Its number in the source, from 1. */
  line: number
  text: string
  /** Folded words with a space between, without punctuation; of a long line only the beginning. */
  key: string
  words: number
  hasLetters: boolean
  /** Its last sign, closing quotation marks and brackets aside; empty when that is a letter or digit. */
  ending: string
}

/** Longer than any phrase that is looked for, and short enough that one huge line costs nothing. */
const KEY_LENGTH = 400

/** White space, and what some programs leave at the edge of a line: the byte order mark, the zero-width space. */
const EDGE = /[\s\uFEFF\u200B]/u

const CLOSING = /["'”’»)\]}\p{Cf}]+$/u

/** @returns a text without the white space at its edges. */
export function trimEdges(text: string): string {
  // Sign by sign: an expression for the end would look at every stretch of white space within.
  let [from, to] = [0, text.length]
  while (from < to && EDGE.test(text[from] ?? '')) from += 1
  while (to > from && EDGE.test(text[to - 1] ?? '')) to -= 1
  return text.slice(from, to)
}

/** @returns the words of a text, folded, with one space between. */
export function wordKey(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}©@]+/gu, ' ')
    .trim()
}

/** @returns how many words stand between white space. Rough, and enough to judge a line by. */
export function roughWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** @returns the last sign of a text when it is one of punctuation, closing quotation marks and brackets aside. */
export function endingOf(text: string): string {
  const bare = text.slice(-40).replace(CLOSING, '')
  return /[^\p{L}\p{N}\p{M}\s]$/u.exec(bare)?.[0] ?? ''
}

/** @returns one line with what it is judged by. */
export function measure(line: number, text: string): SourceLine {
  return {
    line,
    text,
    key: wordKey(text.slice(0, KEY_LENGTH)),
    words: roughWords(text),
    hasLetters: /[\p{L}\p{N}]/u.test(text),
    ending: endingOf(text),
  }
}

/** Nobody's columns are so far apart; expressions that look for signs between white space would look at every stretch of it. */
const WIDE = /[^\S\n\r\v\f\u0085\u2028\u2029]{100,}/gu

/** @returns the lines of a text that are not blank, whatever ends its lines. */
export function sourceLines(source: string): SourceLine[] {
  return source
    .replaceAll(WIDE, ' ')
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((raw, index) => measure(index + 1, trimEdges(raw)))
    .filter(({ text }) => text !== '')
}
