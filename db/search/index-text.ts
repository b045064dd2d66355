import type { Article } from '#core/article/article.ts'
import { headText } from '#core/article/plain-text.ts'
import { searchParts } from '#core/article/search-parts.ts'
import { fold } from '#core/text/fold.ts'
import { WORD } from '#core/text/search-terms.ts'
import { stem } from '#core/text/stem.ts'

/** The columns of the search index for an article. */
export type IndexText = { headline: string; body: string; headlineStems: string; bodyStems: string }

/** A word that nobody writes, put between parts so that no phrase matches across two of them. */
const BARRIER = '\uE0FE'

/**
 * @param notes the notes of its events
 * @returns the folded words of an article, and their stems
 */
export function indexText(article: Article, notes: readonly string[]): IndexText {
  const headline = fold(headText(article, 'headline'))
  const body = fold(
    searchParts(article, notes)
      .map(({ text }) => text)
      .join(`\n${BARRIER}\n`),
  )
  return { headline, body, headlineStems: stems(headline), bodyStems: stems(body) }
}

/** One stem for each word, so that phrases of stems match only adjacent words. */
function stems(folded: string): string {
  return (folded.match(WORD) ?? []).map((word) => stem(word)).join(' ')
}
