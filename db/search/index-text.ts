import type { Article } from '#core/article/article.ts'
import { blockText, headText } from '#core/article/plain-text.ts'
import { fold } from '#core/text/fold.ts'
import { stem } from '#core/text/stem.ts'

/** The columns of the search index for an article. */
export type IndexText = { headline: string; body: string; headlineStems: string; bodyStems: string }

/** What the tokenizer of the index takes for a word; `\p{Co}` is what it takes for one besides letters and digits. */
export const WORD = /[\p{L}\p{N}\p{Co}]+/gu

/**
 * @param notes what was said of it: the notes of its audit
 * @returns the folded words of an article and their stems. A stem that is its word is left out: the words have it.
 */
export function indexText(article: Article, notes: readonly string[]): IndexText {
  const { section, keywords, place, slug } = article.metadata
  const headline = fold(headText(article, 'headline'))
  const blocks = article.document.filter((block) => block.type !== 'headline').map(blockText)
  const body = fold([...blocks, section, place, slug, ...keywords, ...notes].join('\n'))
  return { headline, body, headlineStems: stems(headline), bodyStems: stems(body) }
}

/** At their places, so that a phrase of stems can be told from words that are far apart. */
function stems(folded: string): string {
  return (folded.match(WORD) ?? []).map((word) => stem(word)).join(' ')
}
