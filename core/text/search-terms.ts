import { fold } from './fold.ts'

/** One thing that must occur: words that stand together, most often a single one. */
export type Term = {
  /** Folded, in their order. */
  words: readonly string[]
  /** In quotation marks: these very words, and not others of the same stems. */
  isQuoted: boolean
  /** The last word is still being typed, and may be the beginning of a longer one. */
  isOpen: boolean
}

/** What the tokenizer of the search index takes for a word in folded text; `\p{Co}` is what it takes besides letters and digits. */
export const WORD = /[\p{L}\p{N}\p{Co}]+/gu

const LETTER = String.raw`[\p{L}\p{N}\p{M}\p{Co}\p{Cf}\u0640]`
/** What is in quotation marks of whatever kind, the last ones perhaps not closed yet; or words, joined as in «كوفيد-19». */
const TYPED = new RegExp(String.raw`["“”«»„]([^"“”«»„]*)(["“”«»„]|$)|${LETTER}+(?:[-‐‑–.'’_@٫٬]${LETTER}+)*`, 'gu')
const ENDS_IN_WORD = new RegExp(`${LETTER}$`, 'u')

/** @returns what somebody looks for who typed this, in the order of typing. */
export function searchTerms(typed: string): Term[] {
  return [...typed.matchAll(TYPED)].flatMap(({ 0: all, 1: quoted, 2: closing, index }) => {
    const words = fold(quoted ?? all).match(WORD)
    if (words === null) return []
    // What stands at the end without a space may be the beginning of a longer word.
    const isLast = index + all.length === typed.length && ENDS_IN_WORD.test(typed)
    return [{ words, isQuoted: quoted !== undefined, isOpen: isLast && (closing ?? '') === '' }]
  })
}
