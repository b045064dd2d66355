import { isArabicDigit, toArabicDigits, toLatinDigits } from './digits.ts'

/** What a house wants of typed characters. */
export type Typography = {
  /** The digits that typed ones become. */
  digits: 'as-typed' | 'latn' | 'arab'
  /** Whether `"` becomes «» (“” inside them, and in left-to-right lines). */
  quotes: boolean
  /** Whether `--` becomes «–» and three dots «…». */
  dashes: boolean
  dir: 'rtl' | 'ltr'
}

/** Take `remove` UTF-16 units away before the caret, besides what was just typed, and write `insert` instead. */
export type Replacement = { remove: number; insert: string }

/** After these, or at the start of a line, a quotation mark opens. */
const OPENS_AFTER = /(?:^|[\s([{«“‹:\-–—/])$/u

function quote(before: string, dir: 'rtl' | 'ltr'): string {
  const opens = OPENS_AFTER.test(before)
  if (dir === 'ltr') return opens ? '“' : '”'
  const outer = count(before, '«') - count(before, '»')
  const inner = count(before, '“') - count(before, '”')
  if (opens) return outer > 0 ? '“' : '«'
  return inner > 0 ? '”' : '»'
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}

/** The end of a word that is written in Latin letters (a name, an address), which keeps its digits. */
const LATIN_TOKEN = /[A-Za-z][\w@./:#?=&%+-]*$/u

function digit(before: string, typed: string, digits: 'latn' | 'arab'): Replacement | null {
  const insert = digits === 'arab' ? toArabicDigits(typed) : toLatinDigits(typed)
  if (insert === typed) return null
  return digits === 'arab' && LATIN_TOKEN.test(before) ? null : { remove: 0, insert }
}

/**
 * @param before the text of the line before what was typed
 * @param typed one character
 * @returns what it becomes, or null when it stays
 */
export function typographyFor(before: string, typed: string, rules: Typography): Replacement | null {
  if (typed === '"' && rules.quotes) return { remove: 0, insert: quote(before, rules.dir) }
  if (typed === '.' && rules.dashes && /(?:^|[^.])\.\.$/u.test(before)) return { remove: 2, insert: '…' }
  // Not in a row of hyphens, which somebody draws, nor in an arrow.
  if (typed === '-' && rules.dashes && /(?:^|[^-<])-$/u.test(before) && before !== '-')
    return { remove: 1, insert: '–' }
  if (rules.digits !== 'as-typed' && (/^[0-9]$/u.test(typed) || isArabicDigit(typed)))
    return digit(before, typed, rules.digits)
  return null
}
