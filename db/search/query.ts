import { fold } from '#core/text/fold.ts'
import { stem } from '#core/text/stem.ts'
import { WORD } from './index-text.ts'

/** Two FTS5 queries: what has the very words, and what has them or others of the same stem. */
export type SearchQuery = { exact: string; any: string }

/** One thing that must occur: a word, or a phrase in quotation marks of whatever kind. */
type Term = { words: string[]; isPhrase: boolean; isLast: boolean }

const PHRASE = /["“”«»„]([^"“”«»„]+)["“”«»„]/gu

function terms(typed: string): Term[] {
  const found: Term[] = []
  const rest = typed.replaceAll(PHRASE, (_all, phrase: string) => {
    const words = fold(phrase).match(WORD)
    if (words !== null) found.push({ words: [...words], isPhrase: true, isLast: false })
    return ' '
  })
  const words: string[] = fold(rest).match(WORD) ?? []
  // What stands at the end without a space may be the beginning of a longer word: it is still being typed.
  const isTyping = /[\p{L}\p{N}\p{M}\p{Co}\u0640]$/u.test(typed)
  return [
    ...found,
    ...words.map((word, index) => ({
      words: [word],
      isPhrase: false,
      isLast: isTyping && index === words.length - 1,
    })),
  ]
}

/**
 * Turns what a person typed into FTS5 queries: every word must occur, the last may be the beginning of a longer one,
 * and what is in quotation marks must stand together as it is. Only letters and digits pass, in quotation marks, so
 * that nothing typed is read as FTS5's own syntax.
 * @returns null when nothing was typed that could be found.
 */
export function searchQuery(typed: string): SearchQuery | null {
  const all = terms(typed)
  if (all.length === 0) return null
  const exactly = ({ words, isLast }: Term): string => `{headline body} : "${words.join(' ')}"${isLast ? ' *' : ''}`
  const loosely = (term: Term): string =>
    term.isPhrase ? exactly(term) : `(${exactly(term)} OR {headline_stems body_stems} : "${stem(term.words[0] ?? '')}")`
  return { exact: all.map(exactly).join(' AND '), any: all.map(loosely).join(' AND ') }
}
