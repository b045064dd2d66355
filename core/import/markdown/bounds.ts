import { ImportError } from '../import-error.ts'

/** In UTF-16 units. */
const MAX_MARKDOWN = 4_000_000
/** The parser's time is quadratic in the number of these characters in a paragraph. */
const MAX_SIGNS = 4000
const MAX_EMPHASIS = 1500
const MAX_ALL_EMPHASIS = 60_000
/** Lines that open several lists or quotes at once. The parser's time is quadratic in their number in one list. */
const OPENS_SEVERAL = /^[ \t]*(?:[>*+-]|\d{1,9}[.)])[ \t]+(?:[>*+-]|\d{1,9}[.)])[ \t]/gmu
const MAX_OPENS_SEVERAL = 1000
/** Deeply nested quotes and lists, into which the parser recurses. */
const NESTED = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){40}/mu

/** A line of the signs that stand below the names of a table's columns, also in a quote or a list. */
const DELIMITERS = /^[-|: \t>*+\d.)]+$/u
/** As many as a table of an article may have. The parser makes all columns in every row, however short the row is. */
const MAX_CELLS = 20_000

/** @returns whether a paragraph is a table with more cells than any article has. */
function isHugeTable(part: string): boolean {
  const lines = part.split('\n')
  const columns = (line: string): number => (DELIMITERS.test(line) && /[|:]/u.test(line) ? line.split('|').length : 0)
  return lines.some((line) => columns(line) * lines.length > MAX_CELLS)
}

/**
 * Refuses Markdown that would keep its parser busy or fill the memory.
 * @throws ImportError `too-large`.
 */
export function requireBounded(text: string): void {
  const count = (part: string, signs: RegExp): number => part.match(signs)?.length ?? 0
  const isHostile = (part: string): boolean =>
    count(part, /[[\]<!`~&\\]/gu) > MAX_SIGNS || count(part, /[*_]/gu) > MAX_EMPHASIS
  if (text.length > MAX_MARKDOWN || NESTED.test(text) || count(text, /[*_]/gu) > MAX_ALL_EMPHASIS) {
    throw new ImportError('too-large')
  }
  if (count(text, OPENS_SEVERAL) > MAX_OPENS_SEVERAL) throw new ImportError('too-large')
  if (text.split(/\n[ \t]*\r?\n/u).some((part) => isHostile(part) || isHugeTable(part)))
    throw new ImportError('too-large')
}
