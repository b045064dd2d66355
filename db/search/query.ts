import { searchTerms, type Term } from '#core/text/search-terms.ts'
import { stem } from '#core/text/stem.ts'

/** What was typed, and two FTS5 queries: what has the very words, and what has them or others of the same stem. */
export type SearchQuery = { terms: readonly Term[]; exact: string; any: string }

/**
 * Turns what a person typed into FTS5 queries: every word must occur, the last may be the beginning of a longer one,
 * and what is in quotation marks must stand together as it is. Only letters and digits pass, in quotation marks, so
 * that nothing typed is read as FTS5's own syntax.
 * @returns null when nothing was typed that could be found.
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
