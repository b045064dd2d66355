import { fold } from './fold.ts'

/** What a text must contain to be found: one word, or several in a row. */
export type Term = {
  /** Folded, in order. */
  words: readonly string[]
  /** Whether the words were in quotation marks: then words of the same stem do not match. */
  isQuoted: boolean
  /** Whether the last word is still being typed: then longer words match too. */
  isOpen: boolean
}

/** A word of folded text, as the tokenizer of the search index has it: letters, digits and private use characters. */
export const WORD = /[\p{L}\p{N}\p{Co}]+/gu

const LETTER = String.raw`[\p{L}\p{N}\p{M}\p{Co}\p{Cf}\u0640]`
/** A quotation in any kind of marks, the last one perhaps not closed yet; or a word, perhaps a compound («كوفيد-19»). */
const TYPED = new RegExp(String.raw`["“”«»„]([^"“”«»„]*)(["“”«»„]|$)|${LETTER}+(?:[-‐‑–.'’_@٫٬]${LETTER}+)*`, 'gu')
const ENDS_IN_WORD = new RegExp(`${LETTER}$`, 'u')

/** @returns the terms of a typed search, in order. */
export function searchTerms(typed: string): Term[] {
  return [...typed.matchAll(TYPED)].flatMap(({ 0: all, 1: quoted, 2: closing, index }) => {
    const words = fold(quoted ?? all).match(WORD)
    if (words === null) return []
    // Without a space after it, the last word may still be typed.
    const isLast = index + all.length === typed.length && ENDS_IN_WORD.test(typed)
    return [{ words, isQuoted: quoted !== undefined, isOpen: isLast && (closing ?? '') === '' }]
  })
}
