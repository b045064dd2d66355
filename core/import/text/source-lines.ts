import { fold } from '../../text/fold.ts'
import { trimEndOf } from '../../text/trim.ts'

/** A line of the source that is not blank, with the properties that the rules look at. */
export type SourceLine = {
  /** Its number in the source, from 1. */
  line: number
  text: string
  /** The folded words joined by spaces, without punctuation; only the beginning of a long line. */
  key: string
  words: number
  hasLetters: boolean
  /** The punctuation at its end, ignoring closing quotation marks and brackets; empty for a letter or digit. */
  ending: string
}

/** How much of a line is folded, in UTF-16 units: more than any known phrase, and little for a huge line. */
const KEY_LENGTH = 400

/** White space, and characters that some programs leave at the edges: the byte order mark, the zero-width space. */
const EDGE = /[\s\uFEFF\u200B]/u

const CLOSING = /["'”’»)\]}\p{Cf}]/u

/** @returns a text without white space at its edges. */
export function trimEdges(text: string): string {
  // By characters, for a regular expression for the end would try every run of white space: quadratic time.
  let [from, to] = [0, text.length]
  while (from < to && EDGE.test(text[from] ?? '')) from += 1
  while (to > from && EDGE.test(text[to - 1] ?? '')) to -= 1
  return text.slice(from, to)
}

/** @returns the folded words of a text, joined by spaces. */
export function wordKey(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}©@]+/gu, ' ')
    .trim()
}

/** @returns the number of words between white space: a rough count, good enough for the rules. */
export function roughWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** @returns the punctuation at the end of a text, ignoring closing quotation marks and brackets; empty for none. */
export function endingOf(text: string): string {
  const bare = trimEndOf(text.slice(-40), CLOSING)
  return /[^\p{L}\p{N}\p{M}\s]$/u.exec(bare)?.[0] ?? ''
}

/** @returns a line with the properties that the rules look at. */
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

/** A run of white space this long becomes one space, for regular expressions would take quadratic time in it. */
const WIDE = /[^\S\n\r\v\f\u0085\u2028\u2029]{100,}/gu

/** @returns the lines of a text that are not blank, for any line endings. */
export function sourceLines(source: string): SourceLine[] {
  return source
    .replaceAll(WIDE, ' ')
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((raw, index) => measure(index + 1, trimEdges(raw)))
    .filter(({ text }) => text !== '')
}
