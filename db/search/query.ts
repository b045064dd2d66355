import { searchTerms, type Term } from '#core/text/search-terms.ts'
import { stem } from '#core/text/stem.ts'

/** The words, and two FTS5 queries: one for the exact words, one for words with the same stems too. */
export type SearchQuery = { terms: readonly Term[]; exact: string; any: string }

/**
 * Turns typed text into FTS5 queries: every word must occur, the last one also as a prefix, and a phrase in quotation marks
 * as it is. Only letters and digits pass, inside quotation marks, so that nothing typed is FTS5 syntax.
 * @returns null when the text holds no word.
 */
export function searchQuery(typed: string): SearchQuery | null {
  const terms = searchTerms(typed)
  if (terms.length === 0) return null
  const exactly = ({ words, isOpen }: Term): string => `{headline body} : "${words.join(' ')}"${isOpen ? ' *' : ''}`
  const loosely = (term: Term): string => {
    if (term.isQuoted) return exactly(term)
    const stems = term.words.map((word) => stem(word)).join(' ')
    return `(${exactly(term)} OR {headline_stems body_stems} : "${stems}")`
  }
  return { terms, exact: terms.map(exactly).join(' AND '), any: terms.map(loosely).join(' AND ') }
}
