import { isArabicDigit, toArabicDigits, toLatinDigits } from './digits.ts'
import { trimEndOf } from './trim.ts'

/** How the house style changes characters while they are typed. */
export type Typography = {
  /** Which digits typed digits become. */
  digits: 'as-typed' | 'latn' | 'arab'
  /** Whether `"` becomes «», or “” inside them and in left-to-right lines. */
  quotes: boolean
  /** Whether `--` becomes «–» and three dots «…». */
  dashes: boolean
  dir: 'rtl' | 'ltr'
}

/** Delete `remove` UTF-16 units before the caret, and insert `insert` instead of the typed character. */
export type Replacement = { remove: number; insert: string }

/** What a quotation mark follows if it is an opening one. */
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

/** A character of a name or an address in Latin letters. */
const OF_LATIN_TOKEN = /[\w@./:#?=&%+-]/u

/** @returns whether a text ends in a word in Latin letters (a name, an address), which keeps its digits. */
function endsInLatin(text: string): boolean {
  return /[A-Za-z]/u.test(text.slice(trimEndOf(text, OF_LATIN_TOKEN).length))
}

function digit(before: string, typed: string, digits: 'latn' | 'arab'): Replacement | null {
  const insert = digits === 'arab' ? toArabicDigits(typed) : toLatinDigits(typed)
  if (insert === typed) return null
  return digits === 'arab' && endsInLatin(before) ? null : { remove: 0, insert }
}

/**
 * @param before the text of the line before what was typed
 * @param typed one character
 * @returns what it becomes; null if it stays
 */
export function typographyFor(before: string, typed: string, rules: Typography): Replacement | null {
  if (typed === '"' && rules.quotes) return { remove: 0, insert: quote(before, rules.dir) }
  if (typed === '.' && rules.dashes && /(?:^|[^.])\.\.$/u.test(before)) return { remove: 2, insert: '…' }
  // Neither in a row of hyphens, which is drawn as a line, nor in an arrow.
  if (typed === '-' && rules.dashes && /(?:^|[^-<])-$/u.test(before) && before !== '-')
    return { remove: 1, insert: '–' }
  if (rules.digits !== 'as-typed' && (/^[0-9]$/u.test(typed) || isArabicDigit(typed)))
    return digit(before, typed, rules.digits)
  return null
}
